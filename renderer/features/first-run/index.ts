import { later } from '../../ui'

export const FirstRunPage = later(async () => (await import('./first-run-page')).FirstRunPage)
