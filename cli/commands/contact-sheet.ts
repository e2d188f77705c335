import { loadFonts } from '../../node/pdf'
import { renderContactSheet, type ContactEntry } from '../../node/pdf/contact-sheet'
import { catalogue } from '../../shared/catalogue'
import { emptyValues } from '../../shared/forms/values'
import { CliFailure, type CliContext } from '../context'
import { writeResult } from '../output'

/** `contact-sheet --out FILE`: thumbnails of every form, blank beside filled, as one PDF. */
export async function contactSheetCommand(out: string, context: CliContext): Promise<void> {
  const fonts = loadFonts(context.fontsDir)
  if (!fonts.ok) throw new CliFailure(1, `字体读不了：${JSON.stringify(fonts.error)}`)
  const letterhead = { firm: '示例电器有限公司' }
  const entries = catalogue.map(({ template, sample }): ContactEntry => ({
    caption: `${template.code}　${template.name}`,
    sheets: [
      { template, values: emptyValues, letterhead, mode: 'blank' },
      { template, values: sample, letterhead, mode: 'filled' },
    ],
  }))
  writeResult(out, await renderContactSheet(entries, fonts.value, context.now()))
}
