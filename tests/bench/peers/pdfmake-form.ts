import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { PlainFace, PlainPage, PlainSheet, PlainTable } from './plain-sheet'

/** pdfmake as its documentation says to use it. */
interface Pdfmake {
  readonly setFonts: (fonts: Readonly<Record<string, Readonly<Record<string, string>>>>) => void
  readonly setLocalAccessPolicy: (policy: (path: string) => boolean) => void
  readonly setUrlAccessPolicy: (policy: () => boolean) => void
  readonly createPdf: (definition: object) => { readonly getBuffer: () => Promise<Buffer> }
}

let made: Pdfmake | undefined

/** Stock pdfmake with the same three fonts, out of its package: none of our bundling, none of our caches. */
function pdfmake(fonts: Readonly<Record<PlainFace, string>>): Pdfmake {
  if (made) return made
  const load = createRequire(join(process.cwd(), 'package.json'))
  made = load('pdfmake') as Pdfmake
  const faces = Object.entries(fonts)
  const everyStyle = (file: string) => ({ normal: file, bold: file, italics: file, bolditalics: file })
  made.setFonts(Object.fromEntries(faces.map(([face, file]) => [face, everyStyle(file)])))
  made.setLocalAccessPolicy(() => true)
  made.setUrlAccessPolicy(() => false)
  return made
}

/** The sheets as one PDF of tables with the same cells. */
export function pdfmakeForm(
  sheets: readonly PlainSheet[],
  fonts: Readonly<Record<PlainFace, string>>,
): Promise<Uint8Array> {
  const pages = sheets.flatMap((sheet) => sheet.pages)
  const [first] = pages
  if (!first) throw new Error('nothing to set')
  const definition = {
    pageSize: { width: first.width, height: first.height },
    pageMargins: [0, 0, 0, 0],
    defaultStyle: { font: 'serif', lineHeight: 1 },
    content: pages.map((page, at) => ({ stack: contentOf(page), ...(at > 0 && { pageBreak: 'before' }) })),
  }
  return pdfmake(fonts).createPdf(definition).getBuffer()
}

const contentOf = (page: PlainPage): readonly object[] => [
  ...page.texts.map(({ text, x, y, size, face }) => ({
    text,
    fontSize: size,
    font: face,
    absolutePosition: { x, y: y - size },
  })),
  ...page.tables.map(tableOf),
]

function tableOf({ x, y, columns, rows, cells }: PlainTable): object {
  const body: object[][] = rows.map(() => columns.map(() => ({ text: '' })))
  for (const { row, column, rowSpan, columnSpan, text, size, face } of cells) {
    const line = body[row]
    if (line) line[column] = { text, fontSize: size, font: face, rowSpan, colSpan: columnSpan }
  }
  return {
    absolutePosition: { x, y },
    table: {
      widths: columns.map((width) => Math.max(0, width - 4)),
      heights: rows.map((height) => Math.max(0, height - 2)),
      body,
      dontBreakRows: true,
    },
    layout: {
      paddingLeft: () => 2,
      paddingRight: () => 2,
      paddingTop: () => 1,
      paddingBottom: () => 1,
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
    },
  }
}
