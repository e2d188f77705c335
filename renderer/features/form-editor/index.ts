export { FormPage } from './form-page'
export type { FormSource } from './form-page'
