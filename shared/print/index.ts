export { layoutForm, layouter, type OpenForm } from './layout-form'
export { registerDocument } from './register'
