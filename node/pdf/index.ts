export { FONT_FILES, loadFonts, type PdfFonts } from './fonts'
export { createPdfPool, type PdfPool, type PdfPoolOptions } from './pool'
export { renderJob } from './render-job'
