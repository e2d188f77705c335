import { describe, expect, it } from 'vitest'
import { ListIndex } from '../../../../shared/search/list-index'
import { listLine } from '../../../support/list-line'

describe('what an index of lists holds', () => {
  it('counts texts that no line has any more as waste, and is without them when it is made anew', () => {
    const index = new ListIndex((list) => ({ name: list, words: '' }))
    const rows = Array.from({ length: 20 }, (_, at) =>
      listLine({ id: `r${String(at)}`, number: `TS-${String(at)}`, title: `示例公司${String(at)}` }),
    )
    index.put(rows)
    expect(index.waste).toBe(0)
    for (const turn of ['一', '二', '三'])
      index.put(rows.map((each) => ({ ...each, title: `${each.title}${turn}` })))
    // Three of four titles, and none of the numbers.
    expect(index.waste).toBeCloseTo(60 / 101)
    expect(index.anew().waste).toBe(0)
    expect(index.anew().search('公司3三', 9)).toHaveLength(1)
  })
})
