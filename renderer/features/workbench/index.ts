export { draftTitle } from './draft-title'
export { WorkbenchPage } from './workbench-page'
