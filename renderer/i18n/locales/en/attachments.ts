import type { attachments as zh } from '../zh-CN/attachments'
import type { Mirror } from '../../mirror'

export const attachments: Mirror<typeof zh> = {
  title: 'Attachments',
  button: 'Attachments',
  buttonCount: 'Attachments {{files}}',
  list: 'List of attachments',
  choose: 'Add attachments…',
  hint: 'You can also drop files here, or paste pictures and files with Ctrl+V.',
  savedFirst: 'This record is not saved yet: it is saved as a draft when an attachment is added.',
  locked: 'This record is closed, void or can only be read: attachments cannot be added or removed.',
  none: 'No attachments yet',
  noneText: 'Photos, scans and PDFs belong here.',
  total_one: '{{count}} attachment, {{size}}',
  total_other: '{{count}} in all, {{size}}',
  limits: 'At most {{file}} a file and {{record}} a record.',
  adding: 'Keeping attachments…',
  drop: 'Drop to attach',
  dropLocked: 'This record takes no attachments',
  missing: 'The attachment’s file is not on this computer',
  damaged: 'The attachment’s file is damaged',
  by: '{{when}} · {{who}}',
  pasted: 'Pasted picture {{when}}',
  act: {
    preview: 'View “{{name}}”',
    more: 'What to do with “{{name}}”',
    open: 'Open with the system’s program',
    save: 'Save as…',
    rename: 'Rename…',
    remove: 'Remove',
  },
  rename: {
    title: 'Rename attachment',
    label: 'File name',
    empty: 'A file name is needed.',
    cancel: 'Cancel',
    confirm: 'Rename',
  },
  told: {
    added_one: 'One attachment added',
    added_other: '{{count}} attachments added',
    removed: 'Attachment “{{name}}” removed',
    undo: 'Undo',
    putBack: 'Attachment “{{name}}” is back',
    saved: 'Saved as {{path}}',
    refused: '“{{name}}” was not added: {{reason}}',
    notSaved:
      'No attachment was added: the record could not be saved as a draft first. The original files are unchanged; save the record, then add them.',
    notWritten: 'The record does not name the attachment: {{reason}}',
    unreadable:
      'This file cannot be read (a folder perhaps, or moved away). The original is unchanged; choose it with “Add attachments”.',
  },
  preview: {
    loading: 'Opening…',
    previous: 'Previous',
    next: 'Next',
    open: 'Open with the system’s program',
    save: 'Save as…',
    close: 'Close',
    none: 'Files of this kind are not shown here; open it with the system’s program or save it.',
    broken:
      'This file cannot be opened; it may be incomplete. It stays as it is: open it with the system’s program, or save it first.',
    cut: 'The text is long: only its beginning is shown.',
    text: 'Text',
  },
  missingText:
    'The record names it, but the file has not come to this computer yet. It can be seen once the backup or shared folder that has it is connected; nothing of the record is lost.',
}
