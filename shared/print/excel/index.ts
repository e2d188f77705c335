export { excelSheet } from './form-sheet'
