import { describe, expect, test } from 'vitest'
import { printOptions } from '../../../../main/print/options'
import { tickets } from '../../../../main/print/tickets'

describe('the print dialog begins with the sheet’s own paper', () => {
  test.each([
    ['A4', 595.28, 841.89, 'A4', false],
    ['A4 across', 841.89, 595.28, 'A4', true],
    ['A3 across', 1190.55, 841.89, 'A3', true],
    ['16开', 521.57, 737.01, { width: 184_000, height: 260_000 }, false],
    ['16开 across', 737.01, 521.57, { width: 184_000, height: 260_000 }, true],
  ])('%s', (_name, width, height, pageSize, landscape) => {
    const options = printOptions({ pages: 1, width, height }, { copies: 3 })
    expect(options).toMatchObject({ pageSize, landscape, copies: 3, silent: false })
    expect(options.margins).toEqual({ marginType: 'none' })
  })
})

test('a printer that was chosen takes the sheets without a dialog, on both sides where that was asked for', () => {
  const drawn = { pages: 1, width: 595.28, height: 841.89 }
  const to = { printer: '示例打印机', bothSides: true }
  expect(printOptions(drawn, { copies: 1, to })).toMatchObject({
    silent: true,
    deviceName: '示例打印机',
    duplexMode: 'longEdge',
    pageSize: 'A4',
  })
  expect(printOptions(drawn, { copies: 1, to: { ...to, bothSides: false } }).duplexMode).toBe('simplex')
})

describe('tickets for the print page', () => {
  const random = (length: number) => new Uint8Array(length).fill(0xab)
  const bytes = new Uint8Array([1, 2, 3])

  test('give the bytes once', () => {
    const waiting = tickets(random)
    const path = waiting.put(bytes)
    expect(path).toBe(`/print/${'ab'.repeat(16)}.pdf`)
    expect(waiting.take('/print/other.pdf')).toBeNull()
    expect(waiting.take(path)).toBe(bytes)
    expect(waiting.take(path)).toBeNull()
  })

  test('that are dropped give nothing', () => {
    const waiting = tickets(random)
    const path = waiting.put(bytes)
    waiting.drop(path)
    expect(waiting.take(path)).toBeNull()
  })
})
