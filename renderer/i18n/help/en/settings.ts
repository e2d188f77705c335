import type { HelpText } from '../help-text'

export const settings: HelpText = {
  title: 'Settings',
  about: 'The firm, its people, this computer, where the data are and how they are backed up.',
  steps: [
    'The name and logo of the firm stand at the head of every form.',
    'Add colleagues to the staff; those who left stay in the list for old records.',
    'Have a look at the backups: best on another disk or a USB stick.',
  ],
  marks: [],
  questions: [
    ['Where are the data?', 'All in the data folder; its button shows it.'],
    ['A new computer?', 'Make a backup, take it along and restore it there.'],
  ],
}
