export { layoutForm, layouter } from './layout-form'
export { registerDocument } from './register'
