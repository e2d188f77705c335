export { RecordLine } from './record-line'
export { RecordsPage } from './records-page'
