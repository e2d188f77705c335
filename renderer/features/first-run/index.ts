export { FirstRunPage } from './FirstRunPage'
