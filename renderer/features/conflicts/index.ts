import { later } from '../../ui'

export { ownRegisterName } from './names'
export { useOpenMatterCount } from './use-open-matters'

export const ConflictsPage = later(async () => (await import('./conflicts-page')).ConflictsPage)
