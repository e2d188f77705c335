export { WorkbenchPage } from './WorkbenchPage'
