import { later } from '../../ui'

export const HelpPanel = later(async () => (await import('./help-panel')).HelpPanel)
