import type { HelpText } from '../help-text'

export const customer: HelpText = {
  title: 'One customer',
  about: 'The file on the left, everything that happened with this customer on the right.',
  steps: [
    'Change the file and save with Ctrl+S; all forms use it from then on.',
    'Fill a form from here: what concerns the customer is filled in first.',
    'Click a line of the time line to open that record.',
  ],
  marks: [
    ['may be the same customer', 'telephone, name or papers are the same; look whether to merge'],
    ['merged', 'this file went into another one; its records are all there'],
  ],
  questions: [
    ['No business any more?', 'Close the customer and say why; it can be opened again at any time.'],
    ['Changed by mistake?', 'The history shows who changed what and sets it back.'],
  ],
}
