export { pinGuard } from './pin-guard'
export { isPin, makePin } from './pin-hash'
