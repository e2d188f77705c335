import type { HelpText } from '../help-text'

export const forms: HelpText = {
  title: 'Forms',
  about: 'All forms: fill one, look at a filled sample, print blank ones.',
  steps: [
    'Press Ctrl+F and search by name, code, pinyin initials or a label on the form.',
    'Enter fills the chosen one; Ctrl+P prints it blank.',
    'Ctrl+D keeps those you use often; they stand in the rail.',
  ],
  marks: [
    ['★', 'a favourite'],
    ['own version', 'column heads, rows or paper were changed by your firm'],
  ],
  questions: [
    [
      'Several blank forms at once?',
      'Choose them with Space, then print; each has its own number of copies.',
    ],
    [
      'A label does not suit you?',
      'Form settings change heads, rows and paper; records already filled stay as they were.',
    ],
  ],
}
