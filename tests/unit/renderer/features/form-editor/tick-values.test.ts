import { describe, expect, it } from 'vitest'
import type { Field, FieldType } from '../../../../../shared/forms/field'
import { isTicked, ticked, tickKind } from '../../../../../renderer/features/form-editor/tick-values'

const field = (type: FieldType): Field => ({ key: 'f', label: '字段', type, required: false, max: 20 })
const choices = field({ type: 'choices', options: ['商品', '服务', '其　他'] })
const choice = field({ type: 'choice', options: ['受　理', '不予受理'] })
const rating = field({ type: 'rating', scale: ['满意', '一般'] })
const yesNo = field({ type: 'yesNo' })

describe('ticking boxes', () => {
  it('adds and takes away one of several, in printed order', () => {
    expect(ticked(choices, undefined, '其他')).toEqual(['其他'])
    expect(ticked(choices, ['其他'], '商品')).toEqual(['商品', '其他'])
    expect(ticked(choices, ['商品', '其他'], '商品')).toEqual(['其他'])
    expect(ticked(choices, ['其他'], '其他')).toBeNull()
  })

  it('replaces the one of a choice, and empties it when ticked again', () => {
    expect(ticked(choice, '受理', '不予受理')).toBe('不予受理')
    expect(ticked(choice, '受理', '受理')).toBeNull()
    expect(ticked(rating, undefined, '一般')).toBe('一般')
  })

  it('keeps yes and no apart from nothing', () => {
    expect(ticked(yesNo, undefined, '否')).toBe(false)
    expect(ticked(yesNo, false, '是')).toBe(true)
    expect(ticked(yesNo, false, '否')).toBeNull()
    expect(isTicked(yesNo, false, '否')).toBe(true)
    expect(isTicked(yesNo, undefined, '否')).toBe(false)
  })

  it('ticks the box of the stored value, whatever stands in the others', () => {
    expect(isTicked(choice, '受理', '受理')).toBe(true)
    expect(isTicked(choice, '受理', '不予受理')).toBe(false)
    expect(isTicked(choices, ['服务'], '服务')).toBe(true)
    expect(isTicked(choices, ['服务'], '商品')).toBe(false)
  })

  it('tells one, many and scales apart', () => {
    expect([choice, yesNo, choices, rating].map(tickKind)).toEqual(['one', 'one', 'many', 'rating'])
  })
})
