import { later } from '../../ui'

export const SettingsPage = later(async () => (await import('./settings-page')).SettingsPage)
