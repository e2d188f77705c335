import type { Mirror } from '../../mirror'
import type { finder as zh } from '../zh-CN/finder'

export const finder: Mirror<typeof zh> = {
  label: 'Search',
  placeholder: 'Search records, customers, phones, pinyin…',
  key: 'Ctrl K',
  blank: 'New',
  fill: 'Fill in',
  goOn: 'Continue',
  run: 'Run',
  nothing:
    'Nothing found for "{{query}}". Try fewer characters, pinyin initials or a part of a phone number.',
  looking: 'Looking…',
  failed:
    'The lists cannot be read now, so records and customers cannot be found; nothing is lost. Close Zhike and open it again.',
  showAll: {
    records: 'Show all {{count, number}} among the records',
    customers: 'Show all {{count, number}} among the customers',
  },
  inField: '{{field}}: ',
  customerClosed: 'closed',
  group: {
    customers: 'Customers',
    records: 'Records',
    drafts: 'Drafts',
    forms: 'Fill in a form',
    commands: 'Commands',
    again: 'Searched before',
  },
  foot: {
    open: 'open',
    second: 'open the register',
    close: 'close',
  },
  command: {
    workbench: 'Open the workbench',
    dues: 'Open due and overdue',
    forms: 'Open the forms',
    records: 'Open the records',
    customers: 'Open the customers',
    newCustomer: 'New customer',
    voided: 'Open void records',
    audit: 'Open the audit list',
    settings: 'Open the settings',
    backup: 'Back up (in the settings)',
    about: 'Open about',
    light: 'Colours: light',
    dark: 'Colours: dark',
    system: 'Colours: as the system',
    english: 'Language: English',
    chinese: 'Language: Chinese',
    person: 'Switch who works here',
    lock: 'Lock the window',
    help: 'Help: how this page is used',
    keys: 'Help on keys',
    demo: 'Open the demo data, to try things',
  },
}
