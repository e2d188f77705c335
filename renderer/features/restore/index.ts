export { BringData } from './bring-data'
export { MoveWizard } from './move-wizard'
export { RestoreWizard } from './restore-wizard'
