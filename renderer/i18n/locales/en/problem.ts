import type { Mirror } from '../../mirror'
import type { problem as zh } from '../zh-CN/problem'

export const problem: Mirror<typeof zh> = {
  line: '{{label}}: {{what}}',
  required: 'is not filled in yet',
  tooLong: 'holds {{max}} characters at most and has {{length}}; please shorten it',
  malformed: 'has the wrong format; please fill it in again',
  unknownOption: '"{{option}}" is not one of the options ({{options}})',
  tooManyDecimals: 'takes {{scale}} decimals at most',
  wholeNumber: 'takes whole numbers only',
  tooManyRows: 'holds {{max}} rows at most and has {{count}}',
  phoneDoubtful: 'does not look like a telephone number; please check',
  emailDoubtful: 'does not look like an e-mail address; please check',
  idNumber: 'ID number {{doubt}}; please check',
  creditCode: 'unified social credit code {{doubt}}; please check',
  doubt: {
    length: 'needs 18 characters',
    characters: 'has characters that do not belong there',
    date: 'has a date of birth that does not exist',
    checkDigit: 'has a wrong check digit',
  },
  typed: {
    notADate: '"{{typed}}" is not understood as a date; write 20260105 or 1.5',
    notATime: '"{{typed}}" is not understood as a time; write 1430 or 14:30',
    notADateTime: '"{{typed}}" is not understood; write 20260105 1430',
    notAMonth: '"{{typed}}" is not understood as a month; write 202601',
    notAYear: '"{{typed}}" is not understood as a year; write 2026',
    notANumber: '"{{typed}}" is not a number',
    notYesNo: 'Please enter 是 (yes) or 否 (no)',
    notTyped: 'This field is filled in by the program',
  },
}
