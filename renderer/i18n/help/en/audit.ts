import type { HelpText } from '../help-text'

export const audit: HelpText = {
  title: 'Log of changes',
  about: 'Who changed what, when and on which computer; complete.',
  steps: [
    'Filter by day, person or form, or type part of a number or a customer.',
    'Enter opens the record or customer.',
  ],
  marks: [],
  questions: [
    ['Can this be changed?', 'No, only read and printed.'],
    ['A time looks wrong?', 'It is that of the computer on which it was written.'],
  ],
}
