import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { catalogue } from '../../shared/catalogue'
import { recordsTarget } from '../../shared/import'
import { plainOfRecord, readBack, written } from '../support/import/round-trip'

const folder = mkdtempSync(join(tmpdir(), 'zhike-tables-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('every form’s register is the same after somebody opened and saved it in LibreOffice', async () => {
  const saved = join(folder, 'saved')
  mkdirSync(saved)
  const files: string[] = []
  for (const { template, sample, code } of catalogue) {
    const path = join(folder, `${code}.xlsx`)
    writeFileSync(path, await written(recordsTarget(template), [{ values: sample, number: '' }], 'xlsx'))
    files.push(path)
  }
  const profile = pathToFileURL(join(folder, 'profile')).href
  const args = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'xlsx', '--outdir', saved]
  execFileSync('soffice', [...args, ...files], { stdio: 'ignore', timeout: 900_000 })
  for (const { template, sample, code } of catalogue) {
    const entries = await readBack(recordsTarget(template), readFileSync(join(saved, `${code}.xlsx`)))
    expect(
      entries.flatMap(({ findings }) => findings),
      code,
    ).toEqual([])
    expect(
      entries.map(({ values }) => plainOfRecord(template, values)),
      code,
    ).toEqual([plainOfRecord(template, sample)])
  }
})
