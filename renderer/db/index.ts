export type {
  Conflict,
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
