export { PreviewDialog } from './preview-dialog'
export { copiesOf } from './preview-job'
