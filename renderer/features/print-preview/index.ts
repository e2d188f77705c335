export { PreviewDialog } from './preview-dialog'
export { copiesOf } from './preview-job'
export { openPdf, type PdfView } from './pdf-document'
export { PdfPage } from './pdf-page'
