export { FoundRecords } from './found-records'
export { RecordLine } from './record-line'
export { RecordsPage } from './records-page'
export { StateTag } from './state-tag'
