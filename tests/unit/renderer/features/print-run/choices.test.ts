import { describe, expect, it } from 'vitest'
import { chosenPrinter, mayBeginOnFront, setupIn } from '../../../../../renderer/features/print-run/choices'
import { paperOf } from '../../../../../renderer/features/print-run/paper-of'
import { secondsLeft } from '../../../../../renderer/features/print-run/time-left'
import { localSettings } from '../../../../../shared/ipc/schema'

describe('套打 in a run', () => {
  const offset = { right: 2, down: -1 }
  const setUp = { larger: 1, overprint: offset } as const
  const filled = { mode: 'filled' } as const

  it('is as the form is set up, of all, or of none, with the form’s own offset', () => {
    expect(setupIn(setUp, 'asSetUp', filled)).toEqual(setUp)
    expect(setupIn({ larger: 1 }, 'asSetUp', filled)).toEqual({ larger: 1 })
    expect(setupIn(setUp, 'all', filled)).toEqual(setUp)
    expect(setupIn({}, 'all', filled)).toEqual({ overprint: { right: 0, down: 0 } })
    expect(setupIn(setUp, 'none', filled)).toEqual({ larger: 1 })
  })

  it('is never without 作废 across the sheet, which would get lost', () => {
    expect(setupIn(setUp, 'all', { mode: 'filled', stamp: '作废' })).toEqual({ larger: 1 })
  })
})

describe('where sheets are printed', () => {
  it('is the printer that was chosen, and no other one in its place', () => {
    const there = [{ name: 'a', label: '示例打印机' }]
    expect(chosenPrinter(there, 'a')).toBe(there[0])
    expect(chosenPrinter(there, 'gone')).toBeUndefined()
    expect(chosenPrinter(there, undefined)).toBeUndefined()
  })

  it('has fronts in one file, and on a printer only when it prints both sides', () => {
    expect(mayBeginOnFront({ into: 'file', bothSides: false })).toBe(true)
    expect(mayBeginOnFront({ into: 'printer', bothSides: true })).toBe(true)
    expect(mayBeginOnFront({ into: 'printer', bothSides: false })).toBe(false)
    expect(mayBeginOnFront({ into: 'folder', bothSides: true })).toBe(false)
  })
})

describe('the time that is left', () => {
  it('is judged by what is done, and not before there is something to judge by', () => {
    expect(secondsLeft(100, 1000, 2000)).toBe(18)
    expect(secondsLeft(5, 1000, 2000)).toBeNull()
    expect(secondsLeft(100, 1000, 200)).toBeNull()
    expect(secondsLeft(1000, 1000, 9000)).toBeNull()
  })
})

describe('the name of a paper', () => {
  it.each([
    [595.28, 841.89, 'A4'],
    [841.89, 595.28, 'A4Across'],
    [1190.55, 841.89, 'A3Across'],
    [515.91, 728.5, 'B5'],
    [521.57, 737.01, '16K'],
    [300, 300, 'other'],
  ])('of %d × %d points is %s', (width, height, name) => {
    expect(paperOf(width, height)).toBe(name)
  })
})

describe('what is remembered of a run', () => {
  const settings = { language: 'zh-CN', theme: 'light', zoom: 1, copies: 1, favourites: [], recents: [] }
  const printRun = { into: 'folder', pattern: '{编号}', onFront: true, bothSides: false }

  it('comes back from the settings of this computer, and nothing else does', () => {
    expect(localSettings.safeParse({ ...settings, printRun }).success).toBe(true)
    expect(localSettings.safeParse({ ...settings, printRun: { ...printRun, into: 'cloud' } }).success).toBe(
      false,
    )
  })
})
