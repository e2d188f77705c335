import { expect, test } from 'vitest'
import { toExport, USUAL_STATES } from '../../../../../renderer/features/import/to-export'

const idsIn = (states?: readonly string[]) =>
  Promise.resolve(['draft', 'submitted', 'closed'].filter((id) => states?.includes(id) ?? true))

test('drafts stay out of a table and are counted, unless a person named their state', async () => {
  expect(await toExport(idsIn, USUAL_STATES.records, false)).toEqual({
    ids: ['submitted', 'closed'],
    left: 1,
  })
  expect(await toExport(idsIn, USUAL_STATES.records, true)).toMatchObject({ left: 0, ids: { length: 3 } })
})
