import { strFromU8, strToU8, unzipSync } from 'fflate'
import { ZipWriter } from '../backup/zip'
import { joined } from '../pdf/collect'

/** Excel's own number of the format `@`: only by it every program knows a cell of text. */
const TEXT_FORMAT = 49

/** The files of a workbook's archive, by their names in it. */
export type WorkbookFiles = Readonly<Record<string, Uint8Array>>

/**
 * Adds to a written workbook what the library has no words for: cells of text keep what they hold when somebody edits them
 * (`quotePrefix`), numbers kept as text on purpose get no green corner, and pictures keep their size; `fill` adds the rest.
 */
export async function finishWorkbook(
  bytes: Uint8Array,
  fill: (files: WorkbookFiles) => WorkbookFiles = (files) => files,
): Promise<Uint8Array> {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => {
    const finish = finisherOf(name)
    return [name, finish ? strToU8(finish(strFromU8(content))) : content]
  })
  const zip = new ZipWriter()
  const parts: Uint8Array[] = []
  for (const [name, content] of Object.entries(fill(Object.fromEntries(files))))
    parts.push(...(await zip.file(name, content)))
  return joined([...parts, ...zip.end()])
}

function finisherOf(name: string): ((xml: string) => string) | null {
  if (name === 'xl/styles.xml') return markText
  if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return quiet
  return /^xl\/drawings\/drawing\d+\.xml$/.test(name) ? keepSize : null
}

/** Pictures have their own size at their corner; the library stretches them over whole cells. */
const keepSize = (drawing: string): string =>
  drawing.replace(
    /<xdr:twoCellAnchor>(<xdr:from>.*?<\/xdr:from>)<xdr:to>.*?<\/xdr:to>(.*?<a:ext (cx="\d+" cy="\d+")\/>.*?)<\/xdr:twoCellAnchor>/gs,
    '<xdr:oneCellAnchor>$1<xdr:ext $3/>$2</xdr:oneCellAnchor>',
  )

function markText(styles: string): string {
  const id = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles)?.[1]
  if (id === undefined) return styles
  return styles.replaceAll(`<xf numFmtId="${id}"`, `<xf quotePrefix="1" numFmtId="${TEXT_FORMAT}"`)
}

/** Behind page breaks and before pictures, where the format wants it (ECMA-376, CT_Worksheet). */
function quiet(sheet: string): string {
  const range = /<dimension ref="([A-Z0-9:]+)"/.exec(sheet)?.[1]
  if (range === undefined) return sheet
  const errors = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`
  const at = sheet.search(/<(drawing|legacyDrawing|picture|tableParts|extLst)\b|<\/worksheet>/)
  return at < 0 ? sheet : sheet.slice(0, at) + errors + sheet.slice(at)
}
