import type { HelpText } from '../help-text'

export const customers: HelpText = {
  title: 'Customers',
  about: 'One file for each customer; every form takes from here.',
  steps: [
    'Type a name, short name, telephone or pinyin initials above.',
    'Enter opens one: data, all records and what is due on one page.',
    'Make a new one here, or while you fill a form.',
  ],
  marks: [
    ['closed', 'no longer offered in forms; data and records stay'],
    ['conflict', 'one place has two contents; open it and choose'],
  ],
  questions: [
    ['The same customer twice?', 'Look under likely duplicates and merge them; the records of both stay.'],
    [
      'Do old records change with a new telephone?',
      'No. They stay as they were; when opened they say that the file has changed.',
    ],
  ],
}
