import type { Mirror } from '../../mirror'
import type { tour as zhCN } from '../zh-CN/tour'

export const tour: Mirror<typeof zhCN> = {
  label: 'Tour',
  offerTitle: 'Shall we walk through it?',
  offerText:
    'Eight steps, three minutes: from finding a form to submitting, printing, the register and backups. Stop at any time, and try things on the way.',
  begin: 'Begin the tour',
  notNow: 'Let me look around first',
  place: '{{step}} / {{of}}',
  next: 'Next',
  back: 'Back',
  skip: 'No more',
  finish: 'Done',
  looking: 'Opening this page…',
  step: {
    find: {
      title: 'Find a form',
      text: 'Press Ctrl+K and type a name or pinyin initials: khtsdj finds the register of complaints. Customers, records and telephones are found here, too.',
    },
    fill: {
      title: 'Fill it like paper',
      text: 'Type into the blanks, Enter goes on, number keys tick boxes. Leave half way and nothing is lost: it waits as unsaved work.',
    },
    submit: {
      title: 'Submit',
      text: 'F9 submits the record and gives its number. A later change is a correction; the earlier content stays in the history.',
    },
    print: {
      title: 'Print',
      text: 'What Ctrl+P shows is what comes out on paper, line by line. It can be saved as a PDF, too.',
    },
    register: {
      title: 'The register',
      text: 'Records of one form together are its register. Type to filter, or filter by day, customer and any field; then print or export.',
    },
    customer: {
      title: 'Everything about a customer',
      text: 'Complaints, repairs and visits stand on the page of the customer in order of time. Choose the customer in a form, and it comes here by itself.',
    },
    dues: {
      title: 'Due and overdue',
      text: 'Deadlines in forms come together here; red ones are overdue. Close the record, and it is gone from the list.',
    },
    backup: {
      title: 'Backups',
      text: 'Real data are backed up every day and read back. Best on another disk or a USB stick. This is the end of the tour; try what you like.',
    },
  },
}
