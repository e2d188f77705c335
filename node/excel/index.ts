export { formsWorkbook } from './forms-workbook'
export { listWorkbook } from './list-workbook'
