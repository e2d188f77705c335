export { useSaveExcel, type SaveExcel } from './use-save-excel'
