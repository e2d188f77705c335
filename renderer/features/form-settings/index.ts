export { FormSettingsDialog } from './form-settings-dialog'
