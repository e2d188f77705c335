import type { Mirror } from '../../mirror'
import type { help as zhCN } from '../zh-CN/help'

export const help: Mirror<typeof zhCN> = {
  label: 'Help: {{title}}',
  button: 'Help',
  close: 'Close',
  steps: 'How it is usually done',
  marks: 'What you see and what it means',
  questions: 'Often asked',
  keys: 'Keys on this page',
  allKeys: 'All keys',
  allKeysKey: 'F1 again',
}
