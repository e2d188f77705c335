import { later } from '../../ui'

export { TeamIndicator } from './team-indicator'
export { useTeamActs } from './use-team-acts'
export { useToldTeam } from './use-told-team'
export { LEAST } from './passphrase'
export { PassphraseFields } from './passphrase-fields'

export const JoinWizard = later(async () => (await import('./join-wizard')).JoinWizard)
export const TeamPage = later(async () => (await import('./team-page')).TeamPage)
