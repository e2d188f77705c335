export { READ_LIMITS } from './limits'
export { readFileOfTables } from './reader'
