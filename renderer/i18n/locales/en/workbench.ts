import type { Mirror } from '../../mirror'
import type { workbench as zh } from '../zh-CN/workbench'

export const workbench: Mirror<typeof zh> = {
  title: 'Workbench',
  morning: 'Good morning, {{name}}',
  afternoon: 'Good afternoon, {{name}}',
  evening: 'Good evening, {{name}}',
  quickStart: 'Quick start',
  allForms: 'All forms',
  drafts: 'Unsaved work',
  draftsNote: 'kept on this computer only',
  noDrafts: 'No unsaved work',
  noDraftsText:
    'When you leave a form half filled, or the power fails, what you typed waits here to be continued.',
  changing: 'being changed',
  discard: 'Discard',
  discardNamed: 'Discard the unsaved work on {{name}}',
  discardTitle: 'Discard this unsaved work?',
  discardNew: 'It was never saved; once discarded it cannot be brought back.',
  discardChange:
    'The record goes back to how it was saved last; changes not saved since cannot be brought back.',
  recent: 'Recent records',
  allRecords: 'All records',
  noRecords: 'No records yet',
  noRecordsText: 'Choose a form above and fill it in; once saved with Ctrl S it appears here.',
}
