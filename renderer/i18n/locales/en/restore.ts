import type { Mirror } from '../../mirror'
import type { restore as zhCN } from '../zh-CN/restore'

export const restore: Mirror<typeof zhCN> = {
  title: 'Restore a backup',
  titleMoved: 'Move in from another computer',
  calm: 'Look at what the backup holds first, then decide. It is restored into a new folder; the present data stay as they are, and you can come back at any time.',
  movedText:
    'Plug in the stick with the backup made for the move (or connect to the shared folder) and choose the file. Records, customers, attachments, people and the settings of that computer come along.',
  movedTeam:
    'If your colleagues use a team folder there is nothing to move: choose “Join a team” instead, and the same folder.',
  listTitle: 'Automatic backups of this computer',
  listBeside: 'Automatic backups in the same folder',
  listNone:
    'There are no automatic backups here yet. If backups are on a stick or in another folder, choose one below.',
  daily: 'daily',
  upgrade: 'before an upgrade',
  other: 'other data',
  encrypted: 'encrypted',
  chooseFile: 'Choose a backup file…',
  chooseOther: 'Another backup…',
  look: 'Look at the backup of {{when}}',
  reading: 'Reading and comparing every file of the backup; nothing is changed…',
  restoring: 'Restoring and comparing. The program opens again when it is done…',
  stop: 'Stop',
  passphraseTitle: 'This backup is encrypted',
  passphraseText: 'Enter the passphrase that was set when this backup was made. Capitals and spaces count.',
  passphrase: 'Passphrase of the backup',
  open: 'Open',
  wrong:
    'The passphrase is another; nothing was changed. Check capitals, spaces and the input method, then try again.',
  refused:
    'This backup cannot be used: {{reason}}. Nothing was restored, and the present data were not touched.',
  refusedFile: 'This backup cannot be read now. {{why}}',
  olderOffer: 'An earlier one is there: {{when}} ({{reason}}).',
  olderTake: 'Use this one',
  olderNone:
    'No earlier automatic backup was found. If there are others on a stick or in another folder, choose one.',
  whole: 'The backup is whole; every file was compared',
  made: 'Backup made {{when}}',
  computer: 'Made on: {{computer}}',
  computerProgram: 'Made on: {{computer}}, Zhike {{program}}',
  holds: 'What comes back',
  customers_one: '{{count}} customer',
  customers_other: '{{count}} customers',
  records_one: '{{count}} record',
  records_other: '{{count}} records',
  attachments_one: '{{count}} attachment ({{size}})',
  attachments_other: '{{count}} attachments ({{size}})',
  templates_one: '{{count}} version of a form',
  templates_other: '{{count}} versions of forms',
  forms: 'Records by form',
  formsMore_one: 'and {{count}} more form',
  formsMore_other: 'and {{count}} more forms',
  formUnknown: '(the form is not in the backup)',
  newest: 'Last entry: {{when}}',
  newestNone: 'Nothing was entered in it yet',
  size: 'Backup file {{size}}',
  comparedSame: 'As new as the present data; there is no difference.',
  onlyHere_one:
    'The present data are newer: the backup lacks {{count}} change. It stays in the present data folder and is not lost, but it is not in the restored data.',
  onlyHere_other:
    'The present data are newer: the backup lacks {{count}} changes. They stay in the present data folder and are not lost, but they are not in the restored data.',
  onlyThere_one: 'The backup has {{count}} change that the present data lack: you will see it again.',
  onlyThere_other: 'The backup has {{count}} changes that the present data lack: you will see them again.',
  comparedOther: 'This is a backup of another data folder, not of the one that is open ({{path}}).',
  comparedNotOpen:
    'The present data folder ({{path}}) cannot be opened and cannot be compared: what was entered after the backup may be in it alone. Please do not delete it.',
  settingsToo: 'The screen and print settings of that computer come along.',
  target: 'Restored into a new data folder',
  targetChange: 'Another place…',
  inTheWay: {
    data: 'The new data folder cannot lie in the present data folder {{path}} nor around it. The place stays as it was; please choose another one.',
    team: 'The new data folder cannot lie in the team folder {{path}} nor around it. The place stays as it was; please choose another one.',
    backups:
      'The new data folder cannot lie in the folder of the automatic backups {{path}} nor around it. The place stays as it was; please choose another one.',
  },
  kept: 'The present data folder {{path}} stays as it is. To come back, one click in “Settings › Backup and restore” is enough.',
  go: 'Restore and open',
  bring: {
    note: 'If you have used Zhike before, bring your data back.',
    backup: 'Restore a backup…',
    computer: 'Move in from another computer…',
  },
  move: {
    title: 'Another computer',
    open: 'Another computer…',
    intro:
      'Takes the program’s data from this computer to another one. Three steps: save a backup here, choose it on the new computer, and work only there from then on.',
    team: 'This computer is in the team “{{name}}”: there is nothing to move. Install Zhike on the new computer, choose “Join a team” on the first page and the same shared folder, and everything of the team arrives; once it is admitted, this old computer can be removed on the team page. The way below works as well, but the new computer has to join the team by itself.',
    travels: 'What goes along',
    travelsText:
      'Records, customers, attachments, unsaved work, form settings, people, the calendar, the letterhead, and the screen and print settings of this computer.',
    stays: 'What does not',
    staysText:
      'The keys of a team (the new computer joins by itself), automatic backups and their passphrase (set them again there), printers. The new computer writes under its own name, and numbers go on.',
    save: 'Save a backup for the move…',
    saving: 'Backing up and comparing…',
    saved: 'Saved and compared: {{path}} ({{size}})',
    savedEncrypted:
      'It is encrypted with the passphrase of the backups, which is asked for on the new computer.',
    then: 'Next, on the new computer',
    then1: 'Install Zhike and open it.',
    then2: 'On the first page choose “Move in from another computer…” and the file that was just saved.',
    then3: 'See whether the counts are right, then press “Restore and open”.',
    after:
      'After that, please do not go on working here: what is written on both computers is not put together by itself (both are recognised and nothing is lost, but a person has to deal with it). Keep the data here until everything is fine on the new computer.',
    movedOn: 'The data of this computer were taken to another one on {{day}}: please work there',
    news: 'Moved',
    stay: 'Work goes on at this computer',
  },
}
