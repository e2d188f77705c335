export type { PrintSource } from './prepare'
export { PrintRunDialog } from './print-run-dialog'
