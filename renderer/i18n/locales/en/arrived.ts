import type { Mirror } from '../../mirror'
import type { arrived as zh } from '../zh-CN/arrived'

export const arrived: Mirror<typeof zh> = {
  title: 'New from colleagues',
  count_one: '{{count}} change',
  count_other: '{{count}} changes',
  none: 'Nothing new',
  noneText: 'What colleagues change on other computers is listed here once it has arrived.',
  alone: 'In no team',
  aloneText: 'In a team, what colleagues do on other computers is listed here.',
  nobody: 'Nobody is chosen as working here',
  nobodyText:
    'Each person’s place is remembered apart. Choose at the top right who works here: from then on what colleagues change is listed here.',
  markAll: 'Mark as seen',
  marked: 'Everything is marked as seen.',
  more_one: '{{count}} older change is not listed; the audit list has it.',
  more_other: '{{count}} older changes are not listed; the audit list has them.',
  open: 'Open',
  openNamed: 'Open {{name}}',
  last: '{{when}} · {{person}}',
  lines_one: '{{count}} change',
  lines_other: '{{count}} changes',
  panel: 'Since you last looked',
  panelText_one: '{{count}} change by colleagues',
  panelText_other: '{{count}} changes by colleagues',
  look: 'Look',
  perPerson: 'Counted from where “{{name}}” last looked; others looking does not change it.',
}
