import type { Page } from '@playwright/test'
import { templateHash } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import { callIn } from '../../e2e/support/call'
import { longList } from '../../support/long-list'

/** A list with 200 rows, as long as its form allows: 15 pages with some 2,000 places to fill in. */
export const LONG_FORM = 'SHFW-BD-006'
export const ROWS = 200

/** Puts a draft with all its rows down, as the editor does; answers its id. `at`: 0 to 9, for several of them. */
export async function putLongDraft(page: Page, template: Template, at = 0): Promise<string> {
  const id = `01a20000-0000-7000-8000-00000000000${at}`
  const done = await callIn(page, 'draft:put', {
    id,
    templateHash: templateHash(template),
    templateCode: LONG_FORM,
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
