import type { HelpText } from '../help-text'

export const recovery: HelpText = {
  title: 'Check and recovery',
  about: 'For damaged data: what is whole, what is not, what was done, and everything readable exported.',
  steps: [
    'Check first; it only reads.',
    'Where something is wrong it says what to do: mostly to restore the last backup.',
    'In a hurry, export what is readable first.',
  ],
  marks: [],
  questions: [['Can the check do harm?', 'No. It only reads, and you can stop it.']],
}
