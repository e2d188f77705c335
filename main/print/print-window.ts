import { BrowserWindow } from 'electron'
import type { PdfResult, PrintFailure } from '../../shared/ipc/contract'
import type { SystemPrinter } from '../../shared/ipc/print-run'
import { err, ok, type Result } from '../../shared/kernel/result'
import { ORIGIN } from '../security/origin'
import { printOptions, type DrawnSheets, type PrintWish } from './options'
import type { Tickets } from './tickets'

/**
 * Shows the system's print dialog for a PDF, or gives it to a printer without one. A hidden page, without any way into the program, draws the very bytes at
 * the printer's resolution, each sheet at its exact size, and is thrown away afterwards.
 */
export async function printPdf(
  pdf: PdfResult,
  wish: PrintWish,
  tickets: Tickets,
): Promise<Result<{ printed: boolean }, PrintFailure>> {
  const window = hiddenWindow()
  try {
    if ((await window.webContents.getPrintersAsync()).length === 0) return err({ type: 'NoPrinter' })
    const drawn = await drawSheets(window, pdf, tickets)
    return await send(window, drawn, wish)
  } catch (error) {
    return err({ type: 'PrintFailed', reason: error instanceof Error ? error.message : String(error) })
  } finally {
    window.destroy()
  }
}

/** Without any way into the program. */
const hiddenWindow = (): BrowserWindow =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  })

/** The printers that the system knows. */
export async function systemPrinters(window: BrowserWindow | null): Promise<readonly SystemPrinter[]> {
  const printers = (await window?.webContents.getPrintersAsync()) ?? []
  return printers.map(({ name, displayName }) => ({ name, label: displayName === '' ? name : displayName }))
}

/** Loads the print page on a PDF and waits until its sheets are drawn. Throws when that fails. */
async function drawSheets(window: BrowserWindow, pdf: PdfResult, tickets: Tickets): Promise<DrawnSheets> {
  const ticket = tickets.put(pdf.bytes)
  try {
    await window.loadURL(`${ORIGIN}/print/print.html#${ticket}${pdf.alike ? `;${pdf.alike.join()}` : ''}`)
    return await Promise.race([
      window.webContents.executeJavaScript('globalThis.sheets') as Promise<DrawnSheets>,
      crashOf(window),
    ])
  } finally {
    tickets.drop(ticket)
  }
}

/** Never fulfilled; rejects when the page ends before it has drawn everything. */
function crashOf(window: BrowserWindow): Promise<never> {
  return new Promise((_resolve, reject) => {
    window.webContents.once('render-process-gone', (_event, details) => {
      reject(new Error(`the print page ended: ${details.reason}`))
    })
  })
}

function send(
  window: BrowserWindow,
  drawn: DrawnSheets,
  wish: PrintWish,
): Promise<Result<{ printed: boolean }, PrintFailure>> {
  return new Promise((resolve) => {
    window.webContents.print(printOptions(drawn, wish), (printed, reason) => {
      if (printed || /cancel/i.test(reason)) resolve(ok({ printed }))
      else if (/no valid printers/i.test(reason)) resolve(err({ type: 'NoPrinter' }))
      else resolve(err({ type: 'PrintFailed', reason }))
    })
  })
}
