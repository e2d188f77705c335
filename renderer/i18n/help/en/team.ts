import type { HelpText } from '../help-text'

export const team: HelpText = {
  title: 'Team',
  about: 'Several computers work together through one shared folder, without a server.',
  steps: [
    'The first computer founds the team, the others join it.',
    'When somebody asks to join, compare the numbers aloud before you agree.',
    'The head of the window says how syncing stands; click it to come here.',
  ],
  marks: [
    ['letters A, B …', 'one for each computer; it stands in numbers, so that none is given twice'],
    ['offline', 'not reachable now; work goes on and is sent later'],
  ],
  questions: [
    ['Two people changed one field?', 'Both values are kept and listed; a person chooses.'],
    ['The shared folder is lost?', 'Every computer has everything and can put it back.'],
  ],
}
