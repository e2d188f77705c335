import type { HelpText } from '../help-text'

export const form: HelpText = {
  title: 'Filling a form',
  about: 'The screen is the sheet of paper. Fill it, submit it, and it has a number and can be printed.',
  steps: [
    'Type into the blanks; Enter goes to the next field, number keys tick boxes.',
    'In the customer field type a few letters and choose one: telephone and address come along.',
    'F9 submits and gives the number; Ctrl+P prints.',
  ],
  marks: [
    ['draft', 'not submitted yet; change what you like'],
    ['submitted', 'has its number; a change is a correction, and the earlier content stays'],
    ['closed', 'done; open it again before changing it'],
    ['void', 'the number is not used again; the record stays visible'],
  ],
  questions: [
    ['The power fails: is it lost?', 'No. What you type is kept as a draft every second.'],
    [
      'Submitted with a mistake?',
      'Change it, save with Ctrl+S and say why; voiding the whole record is under More.',
    ],
  ],
}
