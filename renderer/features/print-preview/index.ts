export { PreviewDialog } from './preview-dialog'
