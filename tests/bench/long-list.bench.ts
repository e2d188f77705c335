import { entryByCode } from '../../shared/catalogue'
import { computeFields, setValue } from '../../shared/forms'
import type { FormValues } from '../../shared/forms/values'
import { layouter, layoutForm } from '../../shared/print'
import { letterhead } from '../support/print-samples'
import { longList } from '../support/long-list'
import { figures } from './harness'

const entry = entryByCode('SHFW-BD-006')
if (!entry) throw new Error('no such form')
const { template } = entry
const full = computeFields(template, longList(template, 200), { today: '2026-11-22' })
const sheet = (values: FormValues) => ({ template, values, letterhead, mode: 'filled' }) as const

const again = layouter()
let turn = 0

/** One more letter in a cell: of the text itself, or of a number, so that the sums at the end change, too. */
const typed = (column: string, text: (turn: number) => string) => () => {
  turn += 1
  const values = setValue(full, ['items', 'row100', column], text(turn))
  again(sheet(computeFields(template, values, { today: '2026-11-22' })))
}

export default figures('明细表 / a list of 200 rows on 15 pages', {
  'laid out from nothing': { run: () => layoutForm(sheet(full)), limitMs: 60 },
  'laid out again after a key in a text': {
    prepare: () => again(sheet(full)),
    run: typed('product', (at) => `示例产品${String(at % 7)}`),
    limitMs: 4,
  },
  'laid out again after a key in a number': {
    prepare: () => again(sheet(full)),
    run: typed('quantity', (at) => String(at % 9)),
    limitMs: 4,
  },
  'laid out again after a row was put in': {
    prepare: () => again(sheet(full)),
    run: () => {
      turn += 1
      const items = [...(full.rows['items'] ?? [])].slice(0, 199)
      items.splice(100, 0, { id: `new${String(turn)}`, cells: {} })
      again(sheet({ ...full, rows: { items } }))
    },
    limitMs: 60,
  },
})
