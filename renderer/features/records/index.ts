export { RecordLine } from './record-line'
export { RecordsPage } from './records-page'
export { StateTag } from './state-tag'
