import type { Mirror } from '../../mirror'
import type { printEach as zh } from '../zh-CN/print-each'

export const printEach: Mirror<typeof zh> = {
  title_one: 'A PDF of its own ({{count}} record)',
  title_other: 'A PDF of its own for each of {{count}} records',
  text: 'Choose a folder: each record becomes a PDF file in it. Files of the same name are not replaced; the new ones get a number.',
  name: "The files' names say",
  parts: { form: 'form', number: 'number', customer: 'customer', on: 'date' },
  example: 'For example: {{name}}.pdf',
  cancel: 'Cancel',
  choose: 'Choose a folder…',
  chooseTitle: 'Choose a folder for the PDFs',
  running: '{{done}} of {{count}} done…',
  stop: 'Stop',
  stopping: 'Stopping…',
  written_one: '{{count}} PDF written: {{folder}}',
  written_other: '{{count}} PDFs written: {{folder}}',
  left_one: '{{count}} record was not tried.',
  left_other: '{{count}} records were not tried.',
  failed_one: '{{count}} record was not written:',
  failed_other: '{{count}} records were not written:',
  one: '{{name}}: {{why}}',
  noTemplate: "A record's form has not arrived on this computer yet; try again after syncing.",
  more_one: 'And {{count}} more.',
  more_other: 'And {{count}} more.',
  showFolder: 'Open the folder',
  close: 'Done',
}
