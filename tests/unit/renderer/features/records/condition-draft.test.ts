import { describe, expect, it } from 'vitest'
import { readCondition } from '../../../../../renderer/features/records/condition-draft'
import type { Column } from '../../../../../renderer/features/records/columns'

const typed = { value: '', from: '', to: '', values: [] }
const column = (kind: Column['kind'], type?: 'money' | 'date'): Column => ({
  key: 'f',
  label: 'f',
  kind,
  width: 90,
  inRows: false,
  ...(type ? { field: { key: 'f', label: 'f', type: { type }, required: false, max: 20 } } : {}),
})
const read = (of: Column, test: Parameters<typeof readCondition>[1], part: Partial<typeof typed>) =>
  readCondition(of, test, { ...typed, ...part }, '2026-11-21')

describe('a condition as it is typed', () => {
  it('is read as forgivingly as a sheet', () => {
    expect(read(column('number', 'money'), 'between', { from: '1,000', to: '２000' })).toEqual({
      ok: true,
      value: { column: 'f', test: 'between', from: '1000', to: '2000' },
    })
    expect(read(column('day', 'date'), 'is', { value: '20260105' })).toMatchObject({
      value: { value: '2026-01-05' },
    })
    expect(read(column('moment'), 'between', { from: '今天' })).toMatchObject({
      value: { from: '2026-11-21', to: '' },
    })
  })

  it('says what is wrong', () => {
    expect(read(column('number'), 'is', { value: '许多' })).toEqual({ ok: false, error: 'number' })
    expect(read(column('day', 'date'), 'is', { value: '某天' })).toEqual({ ok: false, error: 'day' })
    expect(read(column('number'), 'between', { from: '10', to: '9' })).toEqual({ ok: false, error: 'order' })
    expect(read(column('number'), 'between', {})).toEqual({ ok: false, error: 'empty' })
    expect(read(column('text'), 'contains', { value: ' ' })).toEqual({ ok: false, error: 'empty' })
    expect(read(column('choice'), 'oneOf', {})).toEqual({ ok: false, error: 'empty' })
  })
})
