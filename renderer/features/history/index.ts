import { later } from '../../ui'

export { CompareDialog, type SetBackBar } from './compare-dialog'
export { HistoryList } from './history-list'
export { formNames, placeIn, plainValue, type HistoryNames, type HistoryT } from './names'
export { computerName, tellSteps, type HistoryLine } from './tell'
export { RecordMomentDialog } from './record-moment-dialog'
export { RestoreDialog } from './restore-dialog'

export const VoidedPage = later(async () => (await import('./voided-page')).VoidedPage)
