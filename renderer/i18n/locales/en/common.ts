import type { Mirror } from '../../mirror'
import type { common as zh } from '../zh-CN/common'

export const common: Mirror<typeof zh> = {
  appName: 'Zhike 知客',
  ok: 'OK',
  cancel: 'Cancel',
  searchForm: 'Search forms: name, code, pinyin initials',
  noForm: 'No form is called “{{query}}”',
  close: 'Close',
  dismiss: 'Dismiss',
  save: 'Save',
  change: 'Change',
  remove: 'Remove',
  add: 'Add',
  tryAgain: 'Try again',
  loading: 'Reading…',
  none: 'None',
  optional: 'optional',
  listSeparator: ', ',
  when: {
    today: 'today {{time}}',
    yesterday: 'yesterday {{time}}',
  },
  state: {
    draft: 'Draft',
    submitted: 'Submitted',
    closed: 'Closed',
    void: 'Void',
  },
  kind: {
    record: 'Record',
    list: 'List',
    survey: 'Survey',
    stats: 'Statistics by hand',
  },
  paper: {
    size: {
      A3: 'A3',
      A4: 'A4',
      B5: 'B5',
      '16K': '16K',
    },
    portrait: '{{size}} portrait',
    landscape: '{{size}} landscape',
    pages: '{{count}} p.',
  },
}
