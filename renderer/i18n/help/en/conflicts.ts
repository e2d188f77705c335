import type { HelpText } from '../help-text'

export const conflicts: HelpText = {
  title: 'Conflicts to be decided',
  about: 'Two people changed one field apart; both values are kept until somebody chooses.',
  steps: ['See who filled which, and when.', 'Choose the right one, or write a third.'],
  marks: [['same number', 'two records have one number; decide what to do']],
  questions: [
    ['What becomes of the other?', 'It stays in the history.'],
    ['And if nobody chooses?', 'The record can be read and printed; the field stays marked.'],
  ],
}
