import { later } from '../../ui'

export const CustomerPage = later(async () => (await import('./customer-page')).CustomerPage)
export const CustomersPage = later(async () => (await import('./customers-page')).CustomersPage)
export const DuplicatesPage = later(async () => (await import('./duplicates-page')).DuplicatesPage)
