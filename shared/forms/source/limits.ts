/** What one template's source may hold. Far above every paper form; they keep a hostile text from eating memory. */
export const LIMITS = {
  /** UTF-16 units of the whole source. */
  source: 300_000,
  lines: 3000,
  /** UTF-16 units of one line. */
  line: 8000,
  fields: 500,
  columnsOfRows: 60,
  options: 60,
  matrixItems: 80,
  tables: 40,
  tableColumns: 64,
  tableRows: 200,
  /** Characters of one label, option or text. */
  text: 400,
  /** Rows that one `rows` field may print and hold. */
  printedRows: 100,
  maxRows: 5000,
  rules: 100,
} as const
