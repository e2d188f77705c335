import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/**
 * The hidden page that goes to the printer: it fetches one PDF by the ticket in its address and draws every sheet at
 * the printer's resolution. Behind the ticket may stand, for each page, the first page that looks exactly like it: that
 * one is drawn only once. The main process waits for `sheets`; the page has no other way to speak to it.
 */

/** Dots an inch: what office printers print. */
const RESOLUTION = 300
/** PDF points an inch. */
const POINTS = 72

interface Drawn {
  readonly pages: number
  /** Size of the first sheet in PDF points. */
  readonly width: number
  readonly height: number
}

interface Sheet {
  readonly width: number
  readonly height: number
  /** Address of the picture. */
  readonly picture: string
}

declare global {
  var sheets: Promise<Drawn>
}

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl

async function drawAll(address: string, alike: readonly number[]): Promise<Drawn> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`no sheet: ${answer.status}`)
  const task = pdfjs.getDocument({ data: await answer.arrayBuffer(), isEvalSupported: false, useWasm: false })
  const pdf = await task.promise
  const sheets: Sheet[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = sheets[alike[number - 1] ?? number - 1] ?? (await drawPage(await pdf.getPage(number)))
    sheets.push(sheet)
    await show(sheet)
  }
  await task.destroy()
  setPaper(sheets)
  const [first] = sheets
  if (!first) throw new Error('no pages')
  return { pages: sheets.length, width: first.width, height: first.height }
}

/** A canvas of a whole A4 sheet takes 35 MB, so each becomes a compressed picture before the next is drawn. */
async function drawPage(page: pdfjs.PDFPageProxy): Promise<Sheet> {
  const { width, height } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: RESOLUTION / POINTS })
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(viewport.width)
  canvas.height = Math.ceil(viewport.height)
  // `print` draws without waiting for frames, which a hidden page does not get.
  await page.render({ canvas, viewport, intent: 'print' }).promise
  page.cleanup()
  const picture = URL.createObjectURL(await toPng(canvas))
  canvas.width = 0
  canvas.height = 0
  return { width, height, picture }
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('the sheet could not be drawn'))
    }, 'image/png')
  })
}

async function show(sheet: Sheet): Promise<void> {
  const frame = document.createElement('div')
  frame.className = 'sheet'
  frame.style.width = `${sheet.width}pt`
  frame.style.height = `${sheet.height - 0.25}pt`
  frame.style.setProperty('page', pageName(sheet))
  const picture = new Image()
  picture.src = sheet.picture
  await picture.decode()
  frame.append(picture)
  document.body.append(frame)
}

/** Each size of sheet is a named page of its own; a printer that knows one size only gets that of the first. */
function setPaper(sheets: readonly Sheet[]): void {
  const rules = new CSSStyleSheet()
  const sizes = new Map(sheets.map((sheet) => [pageName(sheet), sheet]))
  const [first] = sheets
  if (first) rules.insertRule(`@page { size: ${first.width}pt ${first.height}pt; margin: 0; }`)
  for (const [name, { width, height }] of sizes) {
    rules.insertRule(`@page ${name} { size: ${width}pt ${height}pt; margin: 0; }`, rules.cssRules.length)
  }
  document.adoptedStyleSheets = [rules]
}

const pageName = ({ width, height }: Sheet): string => `p${Math.round(width)}x${Math.round(height)}`

const [ticket = '', alike = ''] = location.hash.slice(1).split(';')
globalThis.sheets = drawAll(ticket, alike === '' ? [] : alike.split(',').map(Number))
globalThis.sheets.catch(() => undefined)
