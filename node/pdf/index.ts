export { FONT_FILES, loadFonts } from './fonts'
export { createPdfPool, type PdfPool } from './pool'
export { renderJob } from './render-job'
export { startPrintRun, type PrintRun } from './run/print-run'
