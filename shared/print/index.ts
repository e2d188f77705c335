export { layoutForm } from './layout-form'
export { registerDocument, type RegisterDocument } from './register'
