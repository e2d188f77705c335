import type { HelpText } from '../help-text'

export const workbench: HelpText = {
  title: 'Workbench',
  about: 'Where the day begins: what is due, what is half filled, what was done last.',
  steps: [
    'Look at what is due first; what is red cannot wait.',
    'Begin a form from the quick start; for any other press Ctrl+K and type its name or pinyin initials, such as khtsdj.',
    'What you left half filled stands under “Unsaved work”: open it and go on.',
  ],
  marks: [
    ['red', 'overdue'],
    ['amber', 'due today or within three working days'],
  ],
  questions: [
    [
      'Do others see my unsaved work?',
      'No. It is on this computer only; it becomes a record when it is saved or submitted.',
    ],
    [
      'Somebody else sits down here?',
      'Choose the person at the top right or with Alt+P: that name stands on the records.',
    ],
  ],
}
