export type { CloudPlace } from './cloud-place'
export * from './letter'
export * from './status'
