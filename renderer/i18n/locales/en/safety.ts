import type { Mirror } from '../../mirror'
import type { safety as zhCN } from '../zh-CN/safety'

export const safety: Mirror<typeof zhCN> = {
  title: 'Automatic backup',
  text: 'One a day, and one before a new version of the program begins to write. Each is read back and compared; only then older ones go: those of the last 7 days, 4 weeks and 12 months stay. Only where the disk has no room left do the oldest go first; the newest two always stay.',
  when: 'Automatic backup',
  daily: 'Every day',
  never: 'Never',
  place: 'Kept in {{folder}}',
  choose: 'Another folder…',
  chooseTitle: 'Choose a folder for automatic backups (on another disk if possible)',
  usual: "Back to Zhike's own folder",
  now: 'Make one now',
  running: 'Backing up and comparing…',
  last: 'The last one: {{when}}, found whole. There are {{count}}.',
  none: 'There is no automatic backup yet. The first one is made some minutes after the program was opened.',
  off: 'There are no automatic backups. Please make some yourself with the button below.',
  sameDisk:
    'Backups and data are on the same disk and would be lost together. Choose another disk, a USB stick or a shared folder of another computer.',
  failed: 'The last one did not succeed. {{why}}',
  news: 'Backup',
  late: 'No automatic backup has succeeded for {{days}} days',
  lateNever: 'No automatic backup has succeeded yet',
  room: 'Disk',
  littleRoom: 'Only {{free}} are free on the disk with the data: please make room',
  look: 'Look',
  encrypt: {
    title: 'Encryption of backups',
    offText:
      'Backups are not encrypted: whoever gets hold of one can read it. On a stick or in a cloud drive a passphrase is advisable.',
    onText:
      'New backups (automatic ones and those that you save) are encrypted with the passphrase. Earlier ones that are not stay where they are and go with the rotation.',
    notGuarded:
      'This computer has no usable key store: the key for automatic backups is in a file that only this account opens. Whoever gets hold of a backup still cannot open it; whoever can log in as this account can read the key.',
    broken:
      'The passphrase of the backups cannot be read on this computer (a new system or another account, perhaps), so no backups are made. Please set one again, or stop encrypting.',
    set: 'Set a passphrase…',
    change: 'Another passphrase…',
    check: 'Try the passphrase…',
    drop: 'Stop encrypting…',
    setTitle: 'Passphrase of the backups',
    setText:
      'You need it to restore a backup and to move to another computer. On this computer its own backups are restored without it. The passphrase itself is kept nowhere.',
    changeText:
      'New backups take the new passphrase; earlier ones still need the one that they were made with. Please keep both.',
    setYes: 'Encrypt from now on',
    done: 'The passphrase is set; backups are encrypted from now on.',
    checkTitle: 'Try the passphrase',
    checkText: 'See whether you still know it. A wrong one does no harm.',
    checkYes: 'Try',
    fits: 'That is the passphrase.',
    fitsNot:
      'That is not it. Think again; if it is forgotten, set another one now and make a new backup at once.',
    dropTitle: 'Stop encrypting?',
    dropText: 'Backups will not be encrypted any more. Encrypted ones stay and ask for their passphrase.',
    dropYes: 'Stop encrypting',
    dropped: 'Backups are not encrypted any more.',
    passphrase: 'Passphrase of the backups',
  },
  restoredFrom:
    'The present data were restored from the backup of {{day}}. The data folder of before is still there: {{before}}',
  goBack: 'Back to the data folder of before',
  goBackTitle: 'Back to the data folder of before?',
  goBackText:
    'Zhike opens again with {{path}}. What was entered here since the restore stays in the present data folder {{here}}: it does not come along and is not deleted. One click in “Settings › Backup and restore” over there leads here again.',
  goBackYes: 'Open it',
  restoredInto:
    'The backup of {{day}} was restored from here into another data folder, which is still there: {{after}}',
  goInto: 'Open the restored data folder',
  goIntoTitle: 'Open the restored data folder?',
  goIntoText:
    'Zhike opens again with {{path}}. What was entered here stays in the present data folder {{here}}: it does not come along and is not deleted. One click in “Settings › Backup and restore” over there leads here again.',
}
