export { LockGate } from './lock-gate'
