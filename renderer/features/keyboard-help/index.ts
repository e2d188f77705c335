import { later } from '../../ui'

export { KeyLine } from './key-line'
export { keyNamed, type KeyName } from './keys'

export const KeyboardHelp = later(async () => (await import('./keyboard-help')).KeyboardHelp)
