import { later } from '../../ui'

export { DuePanel } from './due-panel'
export { useDueCount } from './use-dues'

export const DuesPage = later(async () => (await import('./dues-page')).DuesPage)
