export { KeyboardHelp } from './KeyboardHelp'
