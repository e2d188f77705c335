export type {
  Conflict,
  DisputedRow,
  HistoryStep,
  PageKey,
  RecordQuery,
  RecordRow,
  Records,
  RecordState,
  RecordView,
  RecordWrite,
  Seen,
} from './records-types'
export type {
  Firm,
  FormVersions,
  StaffMember,
  StartProgress,
  StartReport,
  WorkingCopy,
  WorkingCopyFailure,
} from './types'
export { openWorkingCopy, type OpenedWorkingCopy, type OpenOptions } from './open'
export type { CatalogueTemplate } from './templates'
export { useLive } from './use-live'
export { watch } from './watch'
export { withDerived, withoutDerived } from './derived'
