export { ConflictsPage } from './conflicts-page'
export { ownRegisterName } from './names'
export { useOpenMatterCount } from './use-open-matters'
