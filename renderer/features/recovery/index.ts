export { RecoveryPage } from './recovery-page'
export { RecoveryView } from './recovery-view'
