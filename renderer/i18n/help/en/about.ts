import type { HelpText } from '../help-text'

export const about: HelpText = {
  title: 'About',
  about: 'Version, fonts and licences; tell the version to whoever helps you.',
  steps: ['The program never goes online; all data are on this computer and in folders that you chose.'],
  marks: [],
  questions: [
    ['Afraid to try something?', 'Open the demo data: an invented firm; the real data cannot be touched.'],
  ],
}
