export { PreviewDialog } from './preview-dialog'
export type { PreviewDialogProps } from './preview-dialog'
