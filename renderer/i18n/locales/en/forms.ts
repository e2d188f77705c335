import type { Mirror } from '../../mirror'
import type { forms as zh } from '../zh-CN/forms'

export const forms: Mirror<typeof zh> = {
  title: 'Forms',
  count: '{{count}} forms',
  filter: 'Filter by name, code or pinyin',
  module: 'Module',
  allModules: 'All',
  noneFound: 'No such form',
  noneFoundText: 'Try another word, or just pinyin initials such as tsdj.',
  fillNamed: 'Fill in {{name}}',
  blank: 'Print blank',
  blankNamed: 'Print {{name}} blank',
  sample: 'Sample',
  sampleNamed: 'See a sample of {{name}}',
  sampleSuffix: ' (sample)',
  favourite: '★ In use',
  notFavourite: '☆ In use',
  favouriteNamed: 'Put {{name}} among the forms in use',
}
