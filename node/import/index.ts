export { READ_LIMITS, type ReadLimits } from './limits'
export { readFileOfTables, type ReaderProcess, type ReadOptions, type StartReader } from './reader'
