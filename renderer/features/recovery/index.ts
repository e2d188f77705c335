export { RecoveryPage } from './recovery-page'
export { RecoveryView, type RecoveryWays } from './recovery-view'
