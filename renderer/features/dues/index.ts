export { DuePanel } from './due-panel'
export { DuesPage } from './dues-page'
export { useDueCount } from './use-dues'
