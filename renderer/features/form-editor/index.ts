import { later } from '../../ui'

export type { FormSource } from './form-page'

export const FormPage = later(async () => (await import('./form-page')).FormPage)
