import type { HelpText } from '../help-text'

export const records: HelpText = {
  title: 'Records',
  about: 'Every record ever filled. Choose a form, and this is its register.',
  steps: [
    'Type part of a number, a customer or the content above; pinyin initials do, too.',
    'Add a condition on any field of the form; click a head to sort.',
    'Enter opens one; several chosen ones are printed, exported or voided together.',
  ],
  marks: [
    ['draft · submitted · closed · void', 'how far a record is'],
    ['corrected', 'changed after it was submitted; the earlier content is in its history'],
    ['conflict', 'two people filled it differently; somebody has to choose'],
  ],
  questions: [
    [
      'What I just filled is not here?',
      'What was never saved is not here: look under “Unsaved work” on the workbench.',
    ],
    ['How do I hand the register on?', 'Print it, or export it to Excel: just what the filter shows now.'],
  ],
}
