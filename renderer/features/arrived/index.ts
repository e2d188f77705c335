export { ArrivedPage } from './arrived-page'
export { useArrivedCount } from './use-arrived'
