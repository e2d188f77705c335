export { FormPage } from './form-page'
export type { FormPageProps, FormSource } from './form-page'
