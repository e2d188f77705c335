import { later } from '../../ui'

export { useArrivedCount } from './use-arrived'

export const ArrivedPage = later(async () => (await import('./arrived-page')).ArrivedPage)
