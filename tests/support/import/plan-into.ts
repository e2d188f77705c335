import { emptyValues, type FormValues } from '../../../shared/forms/values'
import {
  changesOf,
  keyOf,
  planImport,
  type Entry,
  type ImportTarget,
  type Matching,
} from '../../../shared/import'
import { recordInfo } from '../../../shared/store'
import { filledIn } from '../../../shared/store/state-at'
import type { history } from './history'

/** One entry of a table. */
export const entry = (values: Partial<FormValues>, number = '', line = 2): Entry => ({
  lines: [line],
  values: { ...emptyValues, ...values },
  number,
  findings: [],
})

let ids = 0

/** Another id. */
export const nextId = (): string => `id${++ids}`

/** Plans entries over what a history holds, and appends what is planned. */
export function importInto(
  journal: ReturnType<typeof history>,
  target: ImportTarget,
  entries: readonly Entry[],
  matching: Matching,
  batch = 'b1',
  as: 'submitted' | 'draft' = 'submitted',
) {
  const there = journal.states(target.kind === 'customers' ? 'customer' : 'record')
  let counter = 0
  const plan = planImport({
    target,
    templateHash: 'f'.repeat(64),
    entries,
    matching,
    as,
    known: {
      bearers: (key, text) =>
        there.filter(
          (state) =>
            keyOf(target, key, { values: filledIn(state), number: recordInfo(state).number ?? '' }) === text,
        ),
      isTaken: (number) =>
        there.some(
          (state) => recordInfo(state).number === number || filledIn(state).fields['code'] === number,
        ),
      nextNumber: () => `TS-2026-000${++counter}`,
    },
    today: '2026-11-21',
    batch,
    newId: nextId,
  })
  journal.append(...changesOf(plan))
  return plan
}

/** What became of each entry, and why. */
export const problems = (plan: ReturnType<typeof importInto>) =>
  plan.planned.map(({ does, findings }) => [
    does,
    ...findings.map(({ problem }) => (problem.problem === 'value' ? problem.value.kind : problem.problem)),
  ])
