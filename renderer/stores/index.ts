export { createArrivals } from './arrivals'
export { createAppStore, type AppStore } from './app-store'
export { beforeClose, flushAll } from './before-close'
export { sameValues } from './merge-values'
export { copyRecord, makeNextOf, type SheetRow } from './new-from'
export { watchIdle } from './idle-watch'
export { createLock, type Lock } from './lock'
export { openRecordSession } from './record-session'
export { filledSheet, mayOverprint, setupOf, setUpSheets, type PrintSetups } from './print-setups'
export { unfinishedDrafts } from './session-start'
export type {
  RecordSession,
  RecordSessionActions,
  RecordSessionState,
  SessionFailure,
  SessionSource,
} from './record-session-types'
export { createSafetyStore } from './safety'
export {
  ServicesProvider,
  useAppState,
  useCurrentPerson,
  usePersonRef,
  useSafety,
  useServices,
  useTeam,
  type Services,
} from './services'
export { createTeamStore, type TeamAct } from './team'
export { useMasks, type ShowMasked } from './use-masks'
export { makeWish, useWish, type Wish } from './wish'
