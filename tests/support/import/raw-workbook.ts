import { strToU8, zipSync, type Zippable } from 'fflate'

/** Parts of a workbook that a test writes by hand. */
export interface RawParts {
  /** The content of `sheetData`, or a whole sheet when it begins with `<`+`?xml` or `<worksheet`. */
  readonly sheets?: readonly string[]
  readonly strings?: string
  readonly styles?: string
  /** Attributes of `workbookPr`. */
  readonly properties?: string
  /** Further files, by name. */
  readonly more?: { readonly [name: string]: string | Uint8Array }
  /** Further relations of the workbook. */
  readonly relations?: string
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook out of hand-made XML, packed without any library for workbooks. */
export function rawWorkbook(parts: RawParts): Uint8Array {
  return zipSync(rawFiles(parts), { level: 6 })
}

export function rawFiles({
  sheets = [''],
  strings,
  styles,
  properties = '',
  more = {},
  relations = '',
}: RawParts): Zippable {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const named = sheets
    .map((_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
    .join('')
  const files: { [name: string]: string | Uint8Array } = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${named}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${[
      ...sheets.map((_, i) => relation(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      ...(strings === undefined ? [] : [relation('st', 'sharedStrings', 'sharedStrings.xml')]),
      ...(styles === undefined ? [] : [relation('sy', 'styles', 'styles.xml')]),
    ].join('')}${relations}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...more,
  }
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  )
}

const sheetXml = (sheet: string): string =>
  sheet.startsWith('<?xml') || sheet.startsWith('<worksheet') || sheet.startsWith('<x:worksheet')
    ? sheet
    : `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`

/** A cell of text in a row, as a writer without shared texts has it. */
export const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
