export { PrintEachDialog } from './print-each-dialog'
