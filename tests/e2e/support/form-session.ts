import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test as base, type Locator } from '@playwright/test'
import { exampleFirm, Zhike } from './zhike'
import { removeFolder } from '../../support/remove-folder'

const program = join(import.meta.dirname, '../../../out/main/cli.cjs')

/** One program that stays open while form after form is filled in it. */
export interface FormSession {
  readonly zhike: Zhike
  /** For files that tests save. */
  readonly place: string
  /** Where the PDF is that the command line prints of a form's sample. */
  readonly printed: (code: string) => Promise<string>
}

/** A program for each of Playwright's workers; a test that fails leaves its program, and the next one starts anew. */
export const test = base.extend<object, { readonly session: FormSession }>({
  session: [
    // Playwright reads here that no other fixture is wanted.
    async ({}, use) => {
      const place = mkdtempSync(join(tmpdir(), 'zhike-各表 '))
      const zhike = await Zhike.startFresh()
      const printed = (code: string) => printSample(code, join(place, `${code} 样张.pdf`))
      await use({ zhike, place, printed })
      await zhike.close()
      removeFolder(place)
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

async function printSample(code: string, path: string): Promise<string> {
  const { firm, department } = exampleFirm
  const head = ['--firm', `${firm}　${department}`]
  const args = [program, 'pdf', code, '--filled', ...head, '--out', path]
  await promisify(execFile)(process.execPath, args)
  return path
}

/** The bar above the sheet. */
export const head = ({ page }: Zhike): Locator => page.locator('header:has(h1)')

/** Waits until 登记 is done; says why where it is refused. */
export async function registered(zhike: Zhike): Promise<void> {
  const done = head(zhike).getByText('已登记', { exact: true })
  const problems = zhike.page.getByRole('complementary')
  await expect(done.or(problems).first()).toBeVisible()
  if (!(await done.isVisible())) throw new Error(`登记 is refused: ${await problems.innerText()}`)
  await expect(head(zhike).locator('[data-saved]')).toContainText('已保存')
}
