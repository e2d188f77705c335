import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadFonts, renderJob } from '../../../node/pdf'
import { launch } from '../../e2e/support/launch'
import { contest } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import type { Row } from '../harness/row'
import { htmlForm } from '../peers/html-form'
import { DENSE_FORM, filledSheet, fontFiles, FONTS, formOf, plainOf } from '../peers/sheets'
import { withDisplay } from '../window/with-display'

/** Milliseconds since 1970, for the files' properties. */
const NOW = Date.UTC(2026, 10, 22)

async function measure({ quick, scratch, oneButton }: BenchContext): Promise<readonly Row[]> {
  const loaded = loadFonts(FONTS)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  const sheet = filledSheet(formOf(DENSE_FORM))
  const page = join(scratch, 'form.html')
  const urls = Object.entries(fontFiles).map(([face, file]) => [face, pathToFileURL(file).href] as const)
  writeFileSync(page, htmlForm(plainOf(sheet), Object.fromEntries(urls)))
  const running = await launch({
    project: oneButton,
    profile: join(scratch, 'profile'),
    dataFolder: null,
  })
  const print = async (): Promise<void> => {
    const bytes = await running.app.evaluate(async ({ BrowserWindow }, file) => {
      const windows = BrowserWindow.getAllWindows()
      const hidden =
        windows.find((window) => !window.isVisible()) ??
        new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      await hidden.loadFile(file)
      return (await hidden.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })).length
    }, page)
    if (bytes < 1000) throw new Error(`Chromium printed ${bytes} bytes`)
  }
  try {
    const row = await contest({
      id: 'form-chromium',
      title: 'one filled form, warm, and the same cells as a page that Chromium prints',
      unit: 'ms',
      own: async () => {
        const done = await renderJob({ job: 'form', sheets: [sheet] }, loaded.value, NOW)
        if (!done.ok) throw new Error(JSON.stringify(done.error))
      },
      beside: { 'Chromium printToPDF': print },
      rounds: quick ? 5 : 15,
      warmUp: 3,
    })
    return [row]
  } finally {
    await running.close()
  }
}

export const group: Group = {
  name: 'chromium',
  title: 'Chromium 打印 / printed by Chromium',
  measure: (context) => withDisplay(() => measure(context)),
}
