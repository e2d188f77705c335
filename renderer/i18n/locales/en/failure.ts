import type { Mirror } from '../../mirror'
import type { failure as zh } from '../zh-CN/failure'

export const failure: Mirror<typeof zh> = {
  separator: ' ',
  kept: {
    nothingLost: 'Everything saved before is still there.',
  },
  DiskFull: {
    happened: 'The disk is full; nothing was written this time ({{path}}).',
    todo: 'Free some disk space and try again.',
  },
  NotWritable: {
    happened: '"{{path}}" cannot be written: no permission, or the disk is write-protected.',
    todo: 'Choose another place, or ask whoever manages this computer for permission, and try again.',
  },
  NotFound: {
    happened: '"{{path}}" was not found: it was moved, or its disk is not connected.',
    todo: 'Connect the disk or put the file back, and try again.',
  },
  Exists: {
    happened: '"{{path}}" exists already and was not overwritten.',
    todo: 'Choose another name or place and try again.',
  },
  Busy: {
    happened: '"{{path}}" is open in another program; nothing was written.',
    todo: 'Close it there and try again, or choose another file name.',
  },
  ReadOnly: {
    happened: '"{{path}}" is read-only; nothing was written.',
    todo: 'Use a disk or folder that can be written.',
  },
  BadFile: {
    happened: '"{{path}}" is incomplete or not this kind of file ({{reason}}).',
    kept: 'The file was left as it is.',
    todo: 'Use a whole file, or restore a backup.',
  },
  Io: {
    happened: 'Reading or writing "{{path}}" failed ({{code}}).',
    todo: 'Check that the disk is connected and sound, and try again.',
  },
  BadChange: {
    happened: 'This change does not fit the format of records and was not saved ({{reason}}).',
    todo: 'What you typed is still on the screen and kept as unsaved work. Open the record again and retry; if that fails, note this message for support.',
  },
  InUse: {
    happened: 'The data folder "{{path}}" is in use by another window of Zhike.',
    todo: 'Use the window that is open, or close it first and try again.',
  },
  NotADataFolder: {
    happened: '"{{path}}" contains other files and is not a data folder of Zhike.',
    kept: 'The files in it were not changed.',
    todo: 'Choose a data folder of Zhike, or an empty folder.',
  },
  FolderMissing: {
    happened: 'The data folder used last, "{{path}}", is not there.',
    kept: 'No empty folder was made in its stead; the data is still on that disk.',
    todo: 'Connect the USB stick or disk and try again, choose another data folder, or use this computer\'s own at "{{standard}}".',
  },
  VerifyFailed: {
    happened: '"{{path}}" was written but did not compare equal ({{reason}}).',
    kept: 'The data itself was not changed; this file is no backup.',
    todo: 'Try again on another disk.',
  },
  LittleRoom: {
    happened:
      'Only {{free}} are free on the disk of "{{path}}". A backup takes up to {{wanted}} and would nearly fill it; none was begun.',
    kept: 'The data were not changed, and the newest backups are still there.',
    todo: 'Make room, or keep backups on another disk.',
  },
  KeysUnavailable: {
    happened: 'The passphrase of the backups cannot be read on this computer; no backup was made.',
    todo: 'Set a passphrase again in the backup settings, or stop encrypting.',
  },
  BackupLocked: {
    happened: 'This backup is encrypted.',
    todo: 'Enter the passphrase that it was made with.',
  },
  WrongBackupPassphrase: {
    happened: 'The passphrase of the backup is another.',
    todo: 'Check capitals and spaces, then try again.',
  },
  Cancelled: { happened: 'Stopped.', todo: 'You can begin again at any time.' },
  NotEmpty: {
    happened: '"{{path}}" is not empty; nothing was restored.',
    todo: 'Choose a new, empty folder.',
  },
  FontMissing: {
    happened: 'A font file needed for printing is missing ({{path}}).',
    kept: 'All records are saved; only printing is not possible.',
    todo: 'Install Zhike again.',
  },
  NoPrinter: {
    happened: 'No printer was found.',
    kept: 'All records are saved.',
    todo: 'Connect a printer, or save as PDF for now.',
  },
  PrintFailed: {
    happened: 'Printing failed ({{reason}}).',
    todo: 'Check the printer and try again, or save as PDF for now.',
  },
  CellTooLong: {
    happened:
      '"{{field}}" of {{form}} has {{length}} characters; a cell of Excel takes {{most}}. Nothing was exported.',
    kept: 'The record keeps every character.',
    todo: 'Shorten the text or divide it, and export again; or save as PDF.',
  },
  ExcelFailed: {
    happened: 'The export failed ({{reason}}).',
    kept: 'All records are there; nothing is lost.',
    todo: 'Try again; if that fails, save as PDF for now.',
  },
  TooLarge: {
    file: '“{{name}}” has {{size}}, more than the {{most}} that one attachment may have. It was not added.',
    record:
      '“{{name}}” has {{size}}; with it the record’s attachments would be too large ({{most}} left). It was not added.',
    kept: 'The original is unchanged, and so are the attachments that are there.',
    todo: 'Make it smaller or divide it, or note where it is kept.',
  },
  EmptyFile: {
    happened: '“{{name}}” is empty. It was not added.',
    todo: 'Check the original.',
  },
  AttachmentMissing: {
    happened: 'The attachment’s file is not on this computer.',
    kept: 'The record still names it; nothing is lost.',
    todo: 'Connect the backup or shared folder that has it, or add the original again.',
  },
  AttachmentDamaged: {
    happened: 'The attachment’s file is not what was kept; the disk may be damaged.',
    kept: 'The file stays as it is.',
    todo: 'Restore it from a backup, or add the original again.',
  },
  NotOpened: {
    happened: '“{{name}}” may be a program or a script; it is not opened from here.',
    kept: 'The attachment is unchanged.',
    todo: 'If it is needed, save it to a folder and make sure where it came from.',
  },
  OpenFailed: {
    happened: 'The system did not open “{{name}}” ({{reason}}).',
    kept: 'The attachment is unchanged.',
    todo: 'Install a program for such files, or save it and open it from there.',
  },
  NewerWorkingCopy: {
    happened:
      'The working copy on this computer was written by a newer version of Zhike (version {{found}}; this program knows up to {{known}}).',
    kept: 'The data in the data folder is whole.',
    todo: 'Best install the newer Zhike. Or rebuild a working copy from the data folder; changes that only the old one has are kept aside first.',
  },
  NoWorkingCopy: {
    happened: 'The working copy could not be made ({{reason}}).',
    kept: 'The data in the data folder is whole.',
    todo: 'Check whether the system disk is full, and try again.',
  },
}
