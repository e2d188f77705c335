import type { HelpText } from '../help-text'

export const duplicates: HelpText = {
  title: 'Likely duplicates',
  about: 'Customers with like names or the same telephone or papers stand together; a person decides.',
  steps: [
    'Go through group by group; what is the same is marked.',
    'The same customer: merge, and choose for each item which one stays.',
    'Not the same: say so, and they are not shown again.',
  ],
  marks: [],
  questions: [
    [
      'Is anything lost by merging?',
      'No. All records stay, so does the other file, and a merge can be taken back.',
    ],
    ['Why do these two stand together?', 'Every group says why, such as the same telephone.'],
  ],
}
