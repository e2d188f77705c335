import type { HelpText } from '../help-text'

export const arrived: HelpText = {
  title: 'News from colleagues',
  about: 'What others changed on their computers since you last looked.',
  steps: ['Enter opens it.', 'Mark all as seen; next time only what is new is listed.'],
  marks: [],
  questions: [
    ['Does it matter that others looked?', 'No, everybody has a place of their own.'],
    ['Where is what is older?', 'In the log of changes, by person, day and form.'],
  ],
}
