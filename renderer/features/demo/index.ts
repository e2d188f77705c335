export { DemoBand } from './demo-band'
export { useIsDemo } from './use-is-demo'
export { useOpenDemo } from './use-open-demo'
