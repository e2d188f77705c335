import { later } from '../../ui'

export { useBeginTour } from './use-begin-tour'

export const Tour = later(async () => (await import('./tour')).Tour)
