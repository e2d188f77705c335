export { QuickFinder } from './quick-finder'
