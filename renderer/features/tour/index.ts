export { Tour } from './tour'
export { useBeginTour } from './use-begin-tour'
