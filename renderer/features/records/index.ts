import { later } from '../../ui'

export { daysOf, periods, type Period } from './periods'
export { RecordLine } from './record-line'
export { StateTag } from './state-tag'

export const FoundRecords = later(async () => (await import('./found-records')).FoundRecords)
export const RecordsPage = later(async () => (await import('./records-page')).RecordsPage)
