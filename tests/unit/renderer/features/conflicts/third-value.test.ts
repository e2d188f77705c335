import { describe, expect, it } from 'vitest'
import type { OpenConflicts } from '../../../../../renderer/db'
import { thirdValue } from '../../../../../renderer/features/conflicts/third-value'
import type { Field, FieldType } from '../../../../../shared/forms/field'
import { emptyValues } from '../../../../../shared/forms/values'

const fieldOf = (key: string, type: FieldType): Field => ({ key, label: key, type, required: false, max: 0 })

const of: OpenConflicts = {
  kind: 'record',
  id: 'r1',
  title: '',
  number: '',
  form: {
    fields: [
      fieldOf('on', { type: 'date' }),
      fieldOf('amount', { type: 'money' }),
      fieldOf('kind', { type: 'choice', options: ['受　理', '拒绝'] }),
      fieldOf('kinds', { type: 'choices', options: ['甲', '乙'] }),
      fieldOf('marks', { type: 'matrix', items: ['速度'], scale: ['好', '差'] }),
      fieldOf('by', { type: 'person' }),
      fieldOf('customer', { type: 'customer' }),
      fieldOf('paid', { type: 'yesNo' }),
      fieldOf('stamp', { type: 'seal' }),
    ],
  },
  values: emptyValues,
  conflicts: [],
  disputedRows: [],
}

describe('a third value, where neither of two is right', () => {
  it.each(['on', 'amount'])('is typed for %s', (key) => {
    expect(thirdValue(of, [key])).toMatchObject({ by: 'typing', field: { key } })
  })

  it('is chosen of what the form offers', () => {
    expect(thirdValue(of, ['kind'])).toEqual({ by: 'choosing', options: ['受理', '拒绝'] })
    expect(thirdValue(of, ['marks', '速度'])).toEqual({ by: 'choosing', options: ['好', '差'] })
    expect(thirdValue(of, ['by'])).toEqual({ by: 'person' })
    expect(thirdValue(of, ['kinds'])).toEqual({ by: 'several', options: ['甲', '乙'] })
    expect(thirdValue(of, ['customer'])).toEqual({ by: 'customer' })
    expect(thirdValue(of, ['paid'])).toEqual({ by: 'yesNo' })
  })

  it('is given on the form for what is no plain value', () => {
    expect(thirdValue(of, ['stamp'])).toEqual({ by: 'form' })
  })

  it('is there for no number and no state', () => {
    expect(thirdValue(of, ['@number'])).toBeNull()
    expect(thirdValue({ ...of, kind: 'firm' }, ['logo'])).toBeNull()
  })
})
