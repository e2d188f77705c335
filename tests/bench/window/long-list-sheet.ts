import type { Page } from '@playwright/test'
import { entryByCode } from '../../../shared/catalogue'
import { templateHash } from '../../../shared/forms'
import { callIn } from '../../e2e/support/call'
import { longList } from '../../support/long-list'

/** A list with 200 rows, as long as its form allows: 15 pages with some 2,000 places to fill in. */
const FORM = 'SHFW-BD-006'
export const ROWS = 200

/** Puts a draft with all its rows down, as the editor does. `at`: 0 to 9, for several of them. */
export async function putLongDraft(page: Page, at: number): Promise<string> {
  const template = entryByCode(FORM)?.template
  if (!template) throw new Error(`no form ${FORM}`)
  const id = `01a20000-0000-7000-8000-00000000000${at}`
  const done = await callIn(page, 'draft:put', {
    id,
    templateHash: templateHash(template),
    templateCode: FORM,
    values: longList(template, ROWS),
    seen: {},
    savedAt: 1,
  })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return id
}

/** Milliseconds from the call to the first frame in which the keyboard stands in the sheet. */
export const openDraft = (page: Page, id: string): Promise<number> =>
  page.evaluate(
    (id) =>
      new Promise<number>((done) => {
        const from = performance.now()
        location.hash = `/draft/${id}`
        const look = () => {
          if (document.activeElement?.closest('[data-stop]'))
            requestAnimationFrame(() => {
              done(performance.now() - from)
            })
          else setTimeout(look, 2)
        }
        look()
      }),
    id,
  )
