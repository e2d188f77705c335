export { ConflictsPage } from './conflicts-page'
export { useOpenMatterCount } from './use-open-matters'
