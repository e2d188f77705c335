export { layoutForm } from './layout-form'
export { registerDocument } from './register'
