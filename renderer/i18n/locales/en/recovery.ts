import type { Mirror } from '../../mirror'
import type { recovery as zh } from '../zh-CN/recovery'

export const recovery: Mirror<typeof zh> = {
  title: 'Data check and recovery',
  back: 'Back',
  more_one: '{{count}} more is not listed.',
  more_other: '{{count}} more are not listed.',
  check: {
    title: 'Check',
    text: 'Reads every byte of the data folder: what is whole, what is missing or damaged. It only reads and changes nothing.',
    start: 'Check again',
    running: 'Checking…',
    stop: 'Stop',
    stopped: 'The check was stopped. Nothing was changed.',
    waiting: 'The check begins when what is going on has ended.',
  },
  underWay: {
    check: 'A check is going on. Please wait for its end and try again.',
    rescue: 'An export is going on. Please wait for its end and try again.',
  },
  verdict: {
    whole: 'Everything is whole. No problems were found.',
    hurt_one: '{{count}} problem was found. What is not listed below is whole.',
    hurt_other: '{{count}} problems were found. What is not listed below is whole.',
  },
  counts: {
    label: 'What is whole',
    changes: 'Changes',
    changesText: '{{count}}, of {{writers}} computers (writers)',
    records: 'Records',
    customers: 'Customers',
    attachments: 'Attachments',
    templates: 'Templates',
    files: 'Files',
    filesText: '{{count}}, {{size}} together',
  },
  hurt: {
    label: 'What is not whole',
    lostOne: 'Change {{from}} of writer {{writer}} is missing, or too damaged to be read.',
    lost_one:
      'Changes {{from}} to {{to}} of writer {{writer}} ({{count}}) are missing, or too damaged to be read.',
    lost_other:
      'Changes {{from}} to {{to}} of writer {{writer}} ({{count}}) are missing, or too damaged to be read.',
    between: ', ',
    lostUnknown: ' What else is there does not tell which records they concern.',
    lostConcerns_one: ' Concerned: {{names}}.',
    lostConcerns_other: ' Concerned: {{names}}.',
    lostConcernsMore_one: ' Concerned: {{names}} and others, {{count}} altogether.',
    lostConcernsMore_other: ' Concerned: {{names}} and others, {{count}} altogether.',
    damagedFrames: '{{bytes}} bytes of {{file}}, from byte {{offset}} on, are damaged and cannot be read.',
    brokenChain:
      'Change {{seq}} in {{file}} does not follow from those before it; it may have been altered, or another copy was mixed in. It can be read.',
    damagedFile: 'The content of {{file}} is not what was written, and is not used.',
    newerFolder:
      'This data folder was written by a newer version of Zhike (format {{format}}); here it can only be looked at.',
    newerSegment:
      'The file {{file}} was written by a newer version of Zhike (format {{format}}) and cannot be read here.',
    newerChanges_one: '{{count}} change was written by a newer version of Zhike and cannot be read here.',
    newerChanges_other: '{{count}} changes were written by a newer version of Zhike and cannot be read here.',
    unreadableChanges_one: 'The content of {{count}} change cannot be read.',
    unreadableChanges_other: 'The content of {{count}} changes cannot be read.',
    missingAttachment: 'The file of an attachment{{name}} is not here. {{concerns}}',
    alteredAttachment: 'The content of an attachment{{name}} is not what was put there. {{concerns}}',
    attachmentName: ' "{{name}}"',
    attachmentOf: 'It belongs to {{name}}.',
  },
  notes: {
    label: 'What does no harm',
    tornTail:
      '{{bytes}} bytes at the end of {{file}} are incomplete (a power failure or a forced end while writing). What was finished is there.',
    strangeFile: 'There is an unknown file, {{file}}. It was not read and not changed.',
    markMended:
      'The mark of the data folder is lost or damaged; it is written again when the folder is opened next.',
    destroyed_one: 'The content of {{count}} change was destroyed as the rules ask; this is in order.',
    destroyed_other: 'The content of {{count}} changes was destroyed as the rules ask; this is in order.',
    copies_one:
      '{{count}} copy of a damaged part is kept in the folder quarantine of the data folder, and never deleted.',
    copies_other:
      '{{count}} copies of damaged parts are kept in the folder quarantine of the data folder, and never deleted.',
    aside_one: '{{count}} change was set aside before; it is in the journal.',
    aside_other: '{{count}} changes were set aside before; all of them are in the journal.',
    asideUnreadable_one: '{{count}} line of what was set aside cannot be read.',
    asideUnreadable_other: '{{count}} lines of what was set aside cannot be read.',
  },
  todo: {
    backup:
      "You can restore a backup from before the damage; what a colleague's computer has is filled in by itself once the team is reached.",
    putBack:
      'You can wait for the team, put the file back in its place, restore a backup, or add it to the record again.',
    upgrade: 'You can install the newer Zhike.',
    disk: 'Have the disk checked, and back the data folder up to another disk soon.',
  },
  by: {
    title: 'What the program did',
    none: 'There was nothing that the program had to do by itself.',
    always:
      'Damaged files stay as they are, and copies go into quarantine; what is not damaged is used as ever.',
  },
  next: {
    title: 'What you can do next',
    rescue: 'Export everything readable…',
    rescueText:
      'Puts customers, records, attachments and every change into an empty folder: tables for Excel, and a page that says what is lacking. The data folder is not changed.',
    rescuing: 'Exporting…',
    rescued:
      'Exported {{customers}} customers, {{records}} records and {{attachments}} attachments to "{{folder}}".',
    rescuedWhole: 'Nothing is lacking.',
    rescuedLacking: 'Something could not be read; the page 说明.html in the folder says what is lacking.',
    show: 'Open the folder',
    bringBack_one: 'Bring {{count}} change back that was set aside',
    bringBack_other: 'Bring {{count}} changes back that were set aside',
    bringBackText:
      'What was kept when you chose "Not now" goes back into the data folder, beside what is there; nothing is overwritten.',
    broughtBack_one: '{{count}} change was brought back.',
    broughtBack_other: '{{count}} changes were brought back.',
    broughtBackUnreadable_one:
      '{{count}} line of what was set aside cannot be read and was not brought back.',
    broughtBackUnreadable_other:
      '{{count}} lines of what was set aside cannot be read and were not brought back.',
    restore: 'Restore a backup…',
    restoreText:
      'A backup is restored into a new data folder; this one stays as it is, and you can go back to it.',
    team: 'Look at the team',
    teamText: "What a colleague's computer has is filled in by itself once the team folder is reached.",
    folder: 'Open the data folder',
    folderText:
      'If files were moved away or deleted, put them back in their place and check again. Please do not rename or change the files in it.',
  },
  refused: {
    NotEmpty:
      '"{{path}}" is not empty. Nothing was exported, and its files were not changed. Choose an empty folder, or make one in the dialog.',
    InsideDataFolder:
      '"{{path}}" and the data folder lie one within the other; nothing was exported. Choose an empty folder elsewhere, best on another disk.',
    Stopped:
      'The export was stopped. What was exported until then is in the folder, without its page; the data folder was not changed.',
  },
  history: {
    title: 'Former notices',
    note: 'Notices that were closed can be read here again',
    none: 'There were none yet.',
    once: '{{when}}',
    often_one: '{{last}}; first {{first}}, once ({{count}})',
    often_other: '{{last}}; first {{first}}, {{count}} times',
  },
  kinds: { record: 'Record', customer: 'Customer', staff: 'Person', firm: 'Firm settings' },
  noNumber: '{{kind}} (without a number yet)',
}
