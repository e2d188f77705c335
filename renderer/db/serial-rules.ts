export { numbersPath, serialRules, serialText } from '../../shared/store/serial-rules'
