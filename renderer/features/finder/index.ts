export { QuickFinder } from './QuickFinder'
