import { beforeEach, describe, expect, it } from 'vitest'
import { applyChange, makeEdits, seenOf, valuesOf, type EntityState } from '../../../../../shared/store'
import { WorkingCopy } from '../../../../support/sim/working-copy'
import { recordChange, setEdit } from '../../../../support/store'
import type { TeamDevice } from '../../../../support/team-device'
import { meet, teamOf } from './named-team'
import type { FormValues } from '../../../../../shared/forms/values'

const entity = { kind: 'record', id: 'r1' } as const

async function shown({ folder }: TeamDevice): Promise<WorkingCopy> {
  const copy = new WorkingCopy(applyChange)
  await copy.catchUp(folder)
  return copy
}

/** A person at a computer changes what the record shows there. */
async function edit(device: TeamDevice, change: (values: FormValues) => FormValues): Promise<void> {
  const state = (await shown(device)).state(entity)
  const from = valuesOf(state).values
  await device.write({ entity, edits: makeEdits({ state, seen: seenOf(state), from, to: change(from) }) })
}

const withRows = (rows: readonly (readonly [string, string])[]) => (values: FormValues) => ({
  ...values,
  rows: { ...values.rows, items: rows.map(([id, name]) => ({ id, cells: { name } })) },
})

describe('what two people do apart', () => {
  let a: TeamDevice
  let b: TeamDevice
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙'])
    ;[a, b] = team.devices as [TeamDevice, TeamDevice]
  })

  const everywhere = async (): Promise<EntityState> => {
    await meet(a, b)
    const [one, other] = [(await shown(a)).state(entity), (await shown(b)).state(entity)]
    expect(other).toEqual(one)
    return one
  }

  it('[ST21] a row deleted by one and edited by the other is there on both computers, with the edit, and disputed', async () => {
    await edit(
      a,
      withRows([
        ['i1', '空调'],
        ['i2', '冰箱'],
      ]),
    )
    await meet(a, b)
    await edit(a, withRows([['i2', '冰箱']]))
    await edit(
      b,
      withRows([
        ['i1', '空调 1.5 匹'],
        ['i2', '冰箱'],
      ]),
    )
    const state = await everywhere()
    const { values } = valuesOf(state)
    expect(values.rows['items']?.map(({ id, cells }) => [id, cells['name']])).toEqual([
      ['i1', '空调 1.5 匹'],
      ['i2', '冰箱'],
    ])
    const row = Object.values(state.rows).find(({ row }) => row === 'i1')
    expect([row?.adds.length, row?.removals.length]).toEqual([0, 1])
    // Who now deletes it has seen all of it: it goes, on both.
    await edit(b, withRows([['i2', '冰箱']]))
    expect(valuesOf(await everywhere()).values.rows['items']?.map(({ id }) => id)).toEqual(['i2'])
  })

  it('[ST21] a field emptied by one and filled in by the other keeps both, until somebody who saw both saves', async () => {
    await edit(a, (values) => ({ ...values, fields: { ...values.fields, reason: '不制冷' } }))
    await meet(a, b)
    await edit(a, (values) => ({ ...values, fields: {} }))
    await edit(b, (values) => ({ ...values, fields: { ...values.fields, reason: '异响' } }))
    const state = await everywhere()
    expect(state.registers['["reason"]']?.survivors.map(({ value }) => value).sort()).toEqual(
      [null, '异响'].sort(),
    )
    await edit(a, (values) => ({ ...values, fields: { ...values.fields, reason: '异响，已修' } }))
    expect((await everywhere()).registers['["reason"]']?.survivors.map(({ value }) => value)).toEqual([
      '异响，已修',
    ])
  })

  it('[ST44] the same number given twice stands on both records, everywhere, and is never changed by itself', async () => {
    await a.write(recordChange('r1', setEdit(['@number'], 'TS-2026-0007')))
    await b.write(recordChange('r2', setEdit(['@number'], 'TS-2026-0007')))
    await meet(a, b)
    for (const device of [a, b]) {
      const copy = await shown(device)
      const numbers = ['r1', 'r2'].map((id) =>
        copy.state({ kind: 'record', id }).registers['["@number"]']?.survivors.map(({ value }) => value),
      )
      expect(numbers).toEqual([['TS-2026-0007'], ['TS-2026-0007']])
    }
  })
})
