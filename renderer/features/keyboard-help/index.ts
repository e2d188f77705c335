export { KeyboardHelp } from './keyboard-help'
