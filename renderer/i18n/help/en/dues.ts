import type { HelpText } from '../help-text'

export const dues: HelpText = {
  title: 'Due and overdue',
  about: 'Every deadline that stands in a form, the earliest first.',
  steps: [
    'Red ones first; choose Mine to see your own.',
    'Enter opens the record; when it is done, close it there with Shift+F9.',
    'Spoken to, but not done yet: choose it and mark it as dealt with.',
  ],
  marks: [
    ['overdue', 'the deadline has passed, counted in working days'],
    ['within three working days', 'soon'],
    ['dealt with', 'no reminder; another date in the record brings it back'],
  ],
  questions: [
    ['Which dates come here?', 'Promised dates, next services, appointments and the like.'],
    ['And holidays?', 'Public holidays and make-up days are known; the settings take your own calendar.'],
  ],
}
