export { CustomerPage } from './customer-page'
export { CustomersPage } from './customers-page'
export { DuplicatesPage } from './duplicates-page'
