export { useSaveExcel } from './use-save-excel'
