export { findBridge } from './bridge'
export { browserClock, browserRandom, today } from './browser'
