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
    [
      'What if I get another computer?',
      '“Another computer…” tells it step by step: save a backup here, and choose “Move in from another computer…” on the first page there.',
    ],
    [
      'Does a restore overwrite the present data?',
      'No. It goes into a new folder, and you see what the backup holds first. The present data stay, and you can come back at any time.',
    ],
    [
      'What if the passphrase of the backups is forgotten?',
      'Nobody can open the encrypted ones. Set another passphrase at once and make a new backup.',
    ],
  ],
}
