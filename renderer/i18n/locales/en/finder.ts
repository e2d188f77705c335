import type { Mirror } from '../../mirror'
import type { finder as zh } from '../zh-CN/finder'

export const finder: Mirror<typeof zh> = {
  label: 'Search forms and records',
  placeholder: 'Search forms, records, numbers, pinyin…',
  key: 'Ctrl K',
  forms: 'Fill in a form',
  records: 'Records',
  fill: 'Fill in',
  nothing: 'Nothing found for "{{query}}"',
}
