export { DEMO_CUSTOMERS, DEMO_RECORDS, makeDemoFolder } from './make-demo'
export { makeSeedFolder, type SeededFolder } from './make-folder'
