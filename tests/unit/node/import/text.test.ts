import { describe, expect, it } from 'vitest'
import { readBytes } from '../../../support/import/read-bytes'

/** 客户,电话 CRLF 示例,1 CRLF in GBK. */
const GBK = Buffer.from('bfcdbba72cb5e7bbb00d0acabec0fd2c310d0a', 'hex')

async function linesOf(bytes: Uint8Array) {
  const read = await readBytes(bytes)
  if (!read.ok) return read.error.type
  return {
    lines: read.value.sheets[0]?.rows.map(({ number, cells }) => [
      number,
      ...cells.map((cell) => (cell?.cell === 'text' ? cell.text : null)),
    ]),
    notes: read.value.notes,
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a text file', () => {
  const lines = [
    [1, '客户', '电话'],
    [2, '示例', '1'],
  ]

  it.each([
    ['UTF-8 with its mark', utf8('\uFEFF客户,电话\r\n示例,1\r\n'), 'utf-8'],
    ['UTF-8 without', utf8('客户,电话\n示例,1'), 'utf-8'],
    ['GBK', GBK, 'gb18030'],
    ['UTF-16 with its mark', Buffer.from('\uFEFF客户\t电话\r\n示例\t1\r\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 without', Buffer.from('客户\t电话\r\n示例\t1\r\n', 'utf16le'), 'utf-16le'],
    ['semicolons', utf8('客户;电话\r示例;1\r'), 'utf-8'],
    ['a line that says the separator', utf8('\uFEFFsep=;\r\n客户;电话\r\n示例;1'), 'utf-8'],
  ])('is read in %s', async (name, bytes, encoding) => {
    const read = await linesOf(bytes)
    const shift = name.startsWith('a line') ? 1 : 0
    expect(read).toEqual({
      lines: lines.map(([number, ...cells]) => [Number(number) + shift, ...cells]),
      notes: [{ note: 'encoding', encoding }],
    })
  })

  it('keeps separators, quotation marks and line breaks inside of quoted cells, and counts lines as an editor does', async () => {
    const read = await linesOf(utf8('a,"b ""c"", d\r\ne",f\r\n\r\n,,\r\n"g"h,i\r\n'))
    expect(read).toMatchObject({
      lines: [
        [1, 'a', 'b "c", d\r\ne', 'f'],
        [5, 'gh', 'i'],
      ],
    })
  })

  it('says where a quotation mark is never closed', async () => {
    const read = await linesOf(utf8('a,b\n"c,d\ne,f\n'))
    expect(read).toMatchObject({
      lines: [
        [1, 'a', 'b'],
        [2, 'c,d\ne,f\n'],
      ],
      notes: [
        { note: 'encoding', encoding: 'utf-8' },
        { note: 'openQuote', line: 2 },
      ],
    })
  })

  it('takes damaged UTF-8 for UTF-8 and says how many characters are lost', async () => {
    const bytes = utf8(`${'客户名称与电话,'.repeat(40)}\n`)
    bytes[4] = 0xff
    expect(await linesOf(bytes)).toMatchObject({
      notes: [{ encoding: 'utf-8' }, { note: 'strangeBytes' }],
    })
  })

  it.each([
    ['nothing but a mark', utf8('\uFEFF'), 'Empty'],
    ['empty lines', utf8('\r\n,,\r\n'), 'Empty'],
    ['zeros', new Uint8Array(100), 'NotATable'],
    ['a web page', utf8('\n <!DOCTYPE html><html></html>'), 'WebPage'],
    [
      'a table of 2003 in XML',
      utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'OldExcel',
    ],
    ['other XML', utf8('<?xml version="1.0"?><a/>'), 'NotATable'],
  ])('with %s is refused', async (_, bytes, type) => {
    expect(await linesOf(bytes)).toBe(type)
  })
})
