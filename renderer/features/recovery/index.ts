import { later } from '../../ui'

export const RecoveryPage = later(async () => (await import('./recovery-page')).RecoveryPage)
export const RecoveryView = later(async () => (await import('./recovery-view')).RecoveryView)
