import { expect, it } from 'vitest'
import { MOST_COLUMNS } from '../../../../shared/import/limits'
import { readPasted } from '../../../../shared/import/pasted'

it('reads cells as a spreadsheet puts them on the clipboard', () => {
  const read = readPasted('名称\t电话\r\n"两\n行 ""甲"""\t007\r\n\t=1+1\r\n')
  expect(
    read?.sheets[0]?.rows.map(({ number, cells }) => [
      number,
      ...cells.map((cell) => (cell?.cell === 'text' ? cell.text : null)),
    ]),
  ).toEqual([
    [1, '名称', '电话'],
    [2, '两\n行 "甲"', '007'],
    [4, null, '=1+1'],
  ])
  expect(read?.notes).toEqual([])
  expect(readPasted('a\t"b')?.notes).toEqual([{ note: 'openQuote', line: 1 }])
})

it('answers nothing for nothing, and for more than one pastes', () => {
  expect(readPasted('\r\n\t\r\n')).toBeNull()
  expect(readPasted('a\t'.repeat(MOST_COLUMNS))).toBeNull()
  expect(readPasted(`a${'\ta'.repeat(MOST_COLUMNS - 1)}`)).not.toBeNull()
})
