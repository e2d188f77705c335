import type { HelpText } from '../help-text'

export const voided: HelpText = {
  title: 'Voided records',
  about: 'What was voided stays here, with the reason, who and when.',
  steps: [
    'Enter opens one with its content and history.',
    'Voided by mistake? Bring it back, its number, too.',
  ],
  marks: [['void', 'the number is not used again; prints carry the word']],
  questions: [['Can one be deleted for good?', 'No. Numbers stay complete and everything can be traced.']],
}
