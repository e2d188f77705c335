export type {
  Conflict,
  DisputedRow,
  HistoryEntry,
  HistoryStep,
  RecordRow,
  RecordSaved,
  RecordState,
  RecordView,
  RecordWrite,
  MasterSeen,
  Seen,
} from './records-types'
export {
  auditKinds,
  type Audit,
  type AuditKey,
  type AuditKind,
  type AuditLine,
  type AuditQuery,
} from './audit-types'
export type { ArrivedGroup, SeenPlaces } from './arrived'
export type { OpenConflicts } from './open-conflicts'
export type { Decision } from './record-write'
export type { Bearer, SameNumber } from './same-numbers'
export type { RecordAttachment } from './record-files-types'
export type { VoidedRecord } from './record-history-types'
export type {
  CaughtUp,
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
export { useList } from './lists/use-list'
export { listsThread } from './lists/lists-port'
export { tablesThread } from './tables/tables-port'
export type { ImportPlace, TableWork, WrittenMany } from './tables/imports-types'
export type {
  LinesShown,
  PlanCell,
  PlanLine,
  PlanView,
  TableColumn,
  TableHeads,
  UndoView,
} from './tables/messages'
export { applyInThread } from './applying/applier-thread'
export { checkInThread } from './checking/checker-thread'
export type { Lists } from './lists/lists'
export type { FoundLines, ListedRecord } from './lists/questions'
export type { CustomerView } from './customers-types'
export { seenOnCard, tookOver } from './card-seen'
export { watch } from './watch'
export type { FirmNumbers } from './number-rules-types'
export { withDerived, withoutDerived } from '../../shared/forms/values/derived'
