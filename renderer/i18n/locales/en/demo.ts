import type { Mirror } from '../../mirror'
import type { demo as zhCN } from '../zh-CN/demo'

export const demo: Mirror<typeof zhCN> = {
  band: 'Demo data',
  bandText: 'Nothing that you change here touches the real data',
  tour: 'Tour',
  renew: 'Begin again…',
  leave: 'Close the demo',
  renewTitle: 'Begin the demo again?',
  renewText:
    'The demo data become what they were at first; what you filled in here does not stay. The real data are not touched.',
  renewYes: 'Begin again',
  open: 'Open the demo data',
  opening: 'The demo data are being opened in another window.',
  lookFirst:
    'Just looking? Open the demo data: an invented firm with 60 customers and 400 records, to change as you like, with a tour.',
  notStarted: 'The demo data were not opened: {{reason}}. The real data are not touched; please try again.',
  notHere: 'This can only be done in the other window. Nothing was changed.',
  noBackup:
    'The demo data are not backed up. With the real data it says here where the last backup is and whether it is whole.',
  noTeam: 'The demo data are on this computer only and join no team.',
}
