import type { Bridge } from '../../../shared/ipc/contract'
import type { Template } from '../../../shared/forms/template'
import { emptyValues } from '../../../shared/forms/values'
import type { Letterhead } from '../../../shared/print/layout-input'
import { openPdf } from './pdf-document'

/**
 * Paints a blank sheet of the form aside, opens it and forgets it: the thread that paints has read its fonts then, and pdf.js is
 * there, when the preview is asked for. What fails here is told by the preview itself.
 */
export async function warmPreview(bridge: Bridge, template: Template, letterhead: Letterhead): Promise<void> {
  try {
    const sheets = [{ template, values: emptyValues, letterhead, mode: 'blank' }] as const
    const painted = await bridge.call('pdf:bytes', { job: 'form', sheets })
    if (painted.ok) (await openPdf(painted.value.bytes, 'ours')).close()
  } catch {
    // The same fault meets the preview, which says it.
  }
}
