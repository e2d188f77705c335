export { makeSeedFolder, type SeededFolder, type SeedOptions } from './make-folder'
export { DEMO_CUSTOMERS, DEMO_RECORDS, makeDemoFolder, type DemoOptions } from './make-demo'
export { makeDemoInThread, type MakeDemo } from './thread'
