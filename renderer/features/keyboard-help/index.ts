export { KeyLine } from './key-line'
export { KeyboardHelp } from './keyboard-help'
export { keyNamed, type KeyName } from './keys'
