export { pinGuard, type PinGuard } from './pin-guard'
export { isPin, makePin } from './pin-hash'
