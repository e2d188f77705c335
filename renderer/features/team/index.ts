export { JoinWizard } from './join-wizard'
export { TeamIndicator } from './team-indicator'
export { TeamPage } from './team-page'
export { useToldTeam } from './use-told-team'
