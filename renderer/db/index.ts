export type {
  Conflict,
  DisputedRow,
  FormCount,
  HistoryEntry,
  HistoryStep,
  PageKey,
  RecordPage,
  RecordQuery,
  RecordRow,
  Records,
  RecordState,
  RecordView,
  RecordWrite,
  RecordWritten,
  Seen,
  Survivor,
  Written,
} from './records-types'
export type {
  Firm,
  FirmRepository,
  RebuildReason,
  Staff,
  StaffMember,
  StartPhase,
  StartProgress,
  StartReport,
  Templates,
  WorkingCopy,
  WorkingCopyFailure,
} from './types'
export { openWorkingCopy, type OpenedWorkingCopy, type OpenOptions } from './open'
export { useLive } from './use-live'
export { watch } from './watch'
export { withDerived, withoutDerived } from './derived'
