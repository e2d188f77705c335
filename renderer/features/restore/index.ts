import { later } from '../../ui'

export const BringData = later(async () => (await import('./bring-data')).BringData)
export const MoveWizard = later(async () => (await import('./move-wizard')).MoveWizard)
export const RestoreWizard = later(async () => (await import('./restore-wizard')).RestoreWizard)
