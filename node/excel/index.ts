export { formsWorkbook } from './forms-workbook'
