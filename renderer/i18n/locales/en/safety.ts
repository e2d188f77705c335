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
}
