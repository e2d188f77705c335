import type { Mirror } from '../../mirror'
import type { about as zh } from '../zh-CN/about'

export const about: Mirror<typeof zh> = {
  title: 'About',
  name: 'Zhike 知客 {{version}}',
  what: 'For customer-service departments without a server: paper forms, filled in, printed and found again. No network needed; the data stays on your own disk.',
  here: 'This computer',
  runtime: 'Runtime',
  folder: 'Data folder',
  folderId: 'Id of the data folder',
  writer: 'Writer',
  fonts: 'Fonts',
  fontsNote: 'ship with the program; screen and print use the same',
  licence: 'Licence',
  licenceOf: 'Licence of {{font}}',
  licenceMissing: 'The licence file is missing; please install Zhike again.',
}
