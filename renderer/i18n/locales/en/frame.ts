import type { Mirror } from '../../mirror'
import type { frame as zh } from '../zh-CN/frame'

export const frame: Mirror<typeof zh> = {
  rail: 'Pages',
  brand: 'Zhike',
  workbench: 'Workbench',
  dues: 'Due and overdue',
  forms: 'Forms',
  records: 'Records',
  customers: 'Customers',
  quickForms: 'Forms in use',
  other: 'More',
  team: 'Team',
  audit: 'Audit list',
  settings: 'Settings',
  about: 'About',
  help: 'Help',
  readOnly: 'Read-only: look and print, no changes',
  skip: 'Skip to content',
  settingsNotKept: 'The settings of this computer hold now, but could not be kept: {{reason}}',
  journalDamaged:
    'Parts of the data folder are damaged; a copy of the damaged bytes was kept. Open the program again: what the working copy still has can be brought back.',
  checkedRebuilt:
    'The check found damage in the working copy; it was rebuilt from the data folder. All records are there.',
  checkedDamaged:
    'The check found damage in the working copy, and rebuilding did not work now. The data folder is whole; close Zhike and open it again to rebuild.',
  broken: {
    title: 'Something went wrong on this page',
    text: "Saved records are not affected, and what was being typed is under “Unsaved work”. The fault was written into this computer's log ({{reason}}).",
    again: 'Open the window again',
    beside:
      'This could not be opened ({{reason}}). The page itself is not affected and you can go on; close the program, open it again and try once more.',
  },
}
