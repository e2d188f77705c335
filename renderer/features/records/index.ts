export { RecordLine } from './RecordLine'
export { RecordsPage } from './RecordsPage'
