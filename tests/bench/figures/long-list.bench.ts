import { computeFields, setValue } from '../../../shared/forms'
import type { FormValues } from '../../../shared/forms/values'
import { layouter, layoutForm } from '../../../shared/print'
import { longList } from '../../support/long-list'
import { letterhead } from '../../support/print-samples'
import { contest } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import type { Row } from '../harness/row'
import { formOf } from '../peers/sheets'

const FORM = 'SHFW-BD-006'
const ROWS = 200
const today = '2026-11-22'

async function measure({ quick }: BenchContext): Promise<readonly Row[]> {
  const { template } = formOf(FORM)
  const full = computeFields(template, longList(template, ROWS), { today })
  const sheet = (values: FormValues) => ({ template, values, letterhead, mode: 'filled' }) as const
  let turn = 0
  /** Laid out again after one more letter in a cell. */
  const typed = (column: string, text: (turn: number) => string) => {
    const again = layouter()
    again(sheet(full))
    return () => {
      turn += 1
      const values = setValue(full, ['items', 'row100', column], text(turn))
      again(sheet(computeFields(template, values, { today })))
    }
  }
  const common = {
    unit: 'ms',
    beside: { 'laid out from nothing': () => layoutForm(sheet(full)) },
    rounds: quick ? 10 : 40,
    warmUp: 5,
  } as const
  return [
    await contest({
      ...common,
      id: 'key-in-text',
      title: `a list of ${ROWS} rows laid out again after a key in a text`,
      own: typed('product', (at) => `示例产品${at % 7}`),
    }),
    await contest({
      ...common,
      id: 'key-in-number',
      title: 'the same after a key in a number, with the sums at its end',
      own: typed('quantity', (at) => String(at % 9)),
    }),
  ]
}

export const group: Group = { name: 'long-list', title: '长明细表的排版 / laying out a long list', measure }
