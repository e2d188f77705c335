export { layoutForm } from './layout-form'
export { BOX_STROKE_WIDTH, TICK_STROKE, TICK_STROKE_WIDTH } from './tick-shape'
export { registerDocument, type RegisterDocument } from './register'
