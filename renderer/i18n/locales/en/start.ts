import type { Mirror } from '../../mirror'
import type { start as zh } from '../zh-CN/start'

export const start: Mirror<typeof zh> = {
  progress: ' ({{done}} of {{total}})',
  phase: {
    opening: { title: 'Opening', text: 'Opening the data folder…' },
    checking: { title: 'Checking', text: 'Checking the working copy on this computer…' },
    listing: {
      title: 'Arranging the lists',
      text: 'After an upgrade the lists are arranged anew; all records are there',
    },
    catchingUp: { title: 'Catching up', text: 'Reading what was added since last time' },
    rebuilding: {
      title: 'Rebuilding the working copy',
      text: 'The data folder is whole; the working copy is being rebuilt from it, please wait',
    },
  },
  failed: {
    title: 'Not ready to begin yet',
    another: 'Choose another data folder…',
    standard: "Use this computer's own data folder",
    replaceNewer: 'Rebuild the working copy',
    quit: 'Quit',
    recovery: 'Data check and recovery',
  },
  ahead: {
    title: "Some content is only in this computer's working copy",
    happened:
      'The data folder lacks {{changes}} changes to {{records}} records or settings ({{from}} to {{to}}). Most likely an older backup was restored, or files of the data folder were moved away.',
    kept: 'Nothing is lost: all of it is in the working copy.',
    todo: 'Bring back: write it into the data folder again, beside what is there; nothing is overwritten. Not now: it is kept safely aside, and can be brought back from Settings later.',
    bringBack: 'Bring back',
    notNow: 'Not now',
  },
  news: {
    details: 'Check and recover',
    recovered:
      'The window closed unexpectedly and was opened again. What you typed is under “Unsaved work” on the workbench.',
    broughtBack_one: '{{count}} change was brought back into the data folder.',
    broughtBack_other: '{{count}} changes were brought back into the data folder.',
    leftAside_one: '{{count}} change is kept aside for now. It can be brought back from Settings.',
    leftAside_other: '{{count}} changes are kept aside for now. They can be brought back from Settings.',
    aside_one: '{{count}} change is kept aside, as you decided. It can be brought back from Settings.',
    aside_other: '{{count}} changes are kept aside, as you decided. They can be brought back from Settings.',
    caughtUp_one:
      'The working copy of this computer was {{count}} change behind and has caught up from the data folder. All records are there.',
    caughtUp_other:
      'The working copy of this computer was {{count}} changes behind and has caught up from the data folder. All records are there.',
    settingsDamaged:
      'The settings of this computer could not be read; the usual ones are in use, and the old file was kept as {{kept}}. Records are not affected.',
    rebuilt: {
      missing: 'This computer has put the data in order: all records and customers are there.',
      unreadable:
        'The working copy on this computer could not be opened; it was rebuilt from the data folder. All records are there.',
      damaged:
        'The working copy on this computer was damaged; it was rebuilt from the data folder. All records are there.',
      ahead:
        'The working copy differed from the data folder and was rebuilt from it; what it had beyond that is kept aside.',
      upgraded:
        'After the upgrade the working copy was built anew from the data folder. All records are there.',
      newer: 'The newer working copy was put aside, and another was built from the data folder.',
    },
  },
  firstRun: {
    title: 'Welcome to Zhike',
    intro:
      "First, the basics. The firm's name is printed at the head of every form; the staff list tells who filled in what. All of it can be changed later in Settings.",
    firm: 'Name of the firm',
    firmExample: 'as it is to be printed',
    firmMissing: "The firm's name is needed: it is printed at the head of every form",
    department: 'Department',
    departmentExample: 'such as Customer Service',
    logo: 'Logo',
    staff: 'Staff',
    staffNote: 'yourself alone will do for now',
    who: 'Who is working here',
    staffMissing: 'At least one name is needed',
    join: 'Join a team…',
    joinNote: 'If colleagues use Zhike already, leave the above and join them.',
    begin: 'Begin',
    twice: 'Two people are called "{{name}}"; please tell them apart, by department for example',
  },
}
