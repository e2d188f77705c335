import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../node/import'
import { refusalText, type SourceFile } from '../../../../shared/import'
import { readBytes } from '../../../support/import/read-bytes'
import { inline, rawFiles, rawWorkbook } from '../../../support/import/raw-workbook'

async function readWell(bytes: Uint8Array): Promise<SourceFile> {
  const read = await readBytes(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const cellsOf = async (bytes: Uint8Array) => (await readWell(bytes)).sheets[0]?.rows.map(({ cells }) => cells)

const refusalOf = async (bytes: Uint8Array, limits = READ_LIMITS) => {
  const read = await readBytes(bytes, limits)
  return read.ok ? 'read' : read.error.type
}

const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`

describe('a workbook', () => {
  it('is read with prefixed names, without places of cells, and with texts of several runs', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>联系</x:t></x:r><x:r><x:t xml:space="preserve"> 人</x:t></x:r><x:rPh><x:t>lian</x:t></x:rPh></x:is></x:c><x:c t="s"><x:v>0</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const strings = '<si><t>甲_x000D_乙&amp;</t><phoneticPr/></si>'
    expect(await cellsOf(rawWorkbook({ sheets: [sheet], strings }))).toEqual([
      [
        { cell: 'text', text: '联系 人' },
        { cell: 'text', text: '甲\r乙&' },
        { cell: 'number', number: '7', shows: 'plain' },
      ],
    ])
  })

  it('keeps what stands in a cell of numbers and is none whole, however long', async () => {
    const text = '示'.repeat(2000)
    const cells = await cellsOf(rawWorkbook({ sheets: [row(`<c><v>${text}</v></c>`)] }))
    expect(cells).toEqual([[{ cell: 'text', text }]])
    const longer = rawWorkbook({ sheets: [row(`<c><v>${'1'.repeat(READ_LIMITS.cellText + 1)}</v></c>`)] })
    expect(await refusalOf(longer)).toBe('LongText')
  })

  it('says what is no plain value: errors, truth, formulas with and without a stored value, days in words', async () => {
    const cells = row(
      '<c t="e"><v>#DIV/0!</v></c>',
      '<c t="b"><f>1=1</f><v>1</v></c>',
      '<c><f>A1</f></c>',
      '<c t="str"><f>"a"</f><v>算出的</v></c>',
      '<c t="d"><v>2026-01-05T00:00:00</v></c>',
      '<c t="n"><v>kein</v></c>',
      '<c t="s"><v>99</v></c>',
    )
    expect(await cellsOf(rawWorkbook({ sheets: [cells], strings: '' }))).toEqual([
      [
        { cell: 'error', text: '#DIV/0!' },
        { cell: 'boolean', value: true, formula: true },
        { cell: 'noValue' },
        { cell: 'text', text: '算出的', formula: true },
        { cell: 'text', text: '2026-01-05' },
        { cell: 'text', text: 'kein' },
      ],
    ])
  })

  it('knows days, times, percentages and leading zeros by their formats', async () => {
    const codes = [
      'yyyy"年"m"月"d"日"',
      '[$-804]h:mm AM/PM',
      'yyyy/m/d h:mm:ss',
      '0.0%',
      '00000',
      '#,##0.00_ ',
      '0.00E+00',
      '[h]:mm',
      '"d"0',
      '[红色]yyyy-mm-dd;@',
      'mmm',
    ]
    const styles = `<numFmts>${codes.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[...codes.map((_, i) => 200 + i), 0, 14, 22, 9, 31, 20, 49].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`
    const sheet = row(...Array.from({ length: codes.length + 7 }, (_, i) => `<c s="${i}"><v>1</v></c>`))
    const [cells = []] = (await cellsOf(rawWorkbook({ sheets: [sheet], styles }))) ?? []
    expect(cells.map((cell) => cell?.cell === 'number' && (cell.digits ?? cell.shows))).toEqual([
      'date',
      'time',
      'dateTime',
      'percent',
      5,
      'plain',
      'plain',
      'time',
      'plain',
      'date',
      'date',
      'plain',
      'date',
      'dateTime',
      'percent',
      'date',
      'time',
      'plain',
    ])
  })

  it('names the files that it links to, and reads none of them', async () => {
    const { notes } = await readWell(
      rawWorkbook({
        sheets: [row(inline('A1', '甲'))],
        relations:
          '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>',
        more: {
          'xl/externalLinks/externalLink1.xml': '<externalLink/>',
          'xl/externalLinks/_rels/externalLink1.xml.rels':
            '<Relationships><Relationship Id="r" Type="t/externalLinkPath" Target="file:///etc/%E4%BB%B7%E7%9B%AE.xlsx" TargetMode="External"/></Relationships>',
        },
      }),
    )
    expect(notes).toEqual([{ note: 'externalLinks', files: ['价目.xlsx'] }])
  })
})

describe('a hostile workbook is refused', () => {
  const small = {
    ...READ_LIMITS,
    inflatedBytes: 200_000,
    cells: 100,
    columns: 10,
    text: 1000,
    sharedText: 1000,
    sheets: 2,
  }
  const bomb = rawWorkbook({ sheets: [row(inline('A1', 'a'.repeat(400_000)))] })

  it.each<[string, Uint8Array, string]>([
    ['that inflates beyond measure', bomb, 'Inflates'],
    [
      'with too many cells',
      rawWorkbook({
        sheets: [
          row(
            ...'x'
              .repeat(5)
              .split('')
              .map(() => '<c><v>1</v></c>'),
          ).repeat(30),
        ],
      }),
      'TooManyCells',
    ],
    [
      'with few cells far to the right in many rows',
      rawWorkbook({
        sheets: [
          Array.from(
            { length: 99 },
            () => '<row><c/><c/><c/><c/><c/><c/><c/><c/><c/><c><v>1</v></c></row>',
          ).join(''),
        ],
      }),
      'TooManyCells',
    ],
    ['with too many columns', rawWorkbook({ sheets: [row('<c r="ZZ1"><v>1</v></c>')] }), 'TooManyColumns'],
    ['with too much text', rawWorkbook({ sheets: [row(inline('A1', 'a'.repeat(2000)))] }), 'TooMuchText'],
    [
      'whose few shared texts are named again and again',
      rawWorkbook({
        sheets: [row(...Array.from({ length: 6 }, () => '<c t="s"><v>0</v></c>'))],
        strings: `<si><t>${'a'.repeat(200)}</t></si>`,
      }),
      'TooMuchText',
    ],
    ['with too many sheets', rawWorkbook({ sheets: ['', '', ''] }), 'TooManySheets'],
    ['whose rows go back', rawWorkbook({ sheets: ['<row r="5"/><row r="2"/>'] }), 'Broken'],
    ['whose rows are no numbers', rawWorkbook({ sheets: ['<row r="1e9"/>'] }), 'Broken'],
    ['whose cells stand nowhere', rawWorkbook({ sheets: [row('<c r="1A"><v>1</v></c>')] }), 'Broken'],
    [
      'with entities of its own',
      rawWorkbook({
        sheets: [
          '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
        ],
      }),
      'Broken',
    ],
    ['nested without end', rawWorkbook({ sheets: ['<a>'.repeat(200)] }), 'Broken'],
    ['that is no XML', rawWorkbook({ sheets: ['<worksheet><sheetData></worksheet>'] }), 'Broken'],
    ['without anything in it', rawWorkbook({ sheets: [''] }), 'Empty'],
    [
      'that is a text document',
      zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') }),
      'NotATable',
    ],
    ['that is only an archive', zipSync({ 'a.txt': strToU8('a') }), 'NotATable'],
    [
      'with a path out of the archive',
      zipSync({ ...rawFiles({ sheets: [row(inline('A1', '甲'))] }), '../../evil.txt': strToU8('x') }),
      'Broken',
    ],
    ['that is cut', bomb.slice(0, bomb.length - 100), 'Broken'],
    ['of which only the beginning is there', bomb.slice(0, 30), 'Broken'],
    ['that is empty', new Uint8Array(), 'Empty'],
    ['that is a picture', strToU8('\x89PNG\r\n\x1a\n', true), 'NotATable'],
    ['that is a PDF', strToU8('%PDF-1.7\n'), 'NotATable'],
    ['that is any bytes', Uint8Array.from({ length: 900 }, (_, i) => (i * 7919) % 251), 'NotATable'],
  ])('%s', async (_, bytes, type) => {
    expect(await refusalOf(bytes, small)).toBe(type)
  })

  it('although its header says that it is small', async () => {
    const lying = Uint8Array.from(bomb)
    const view = new DataView(lying.buffer)
    // Sizes of what comes out: in each entry's own header at 22, in the directory at 24.
    for (let at = 0; at + 46 < lying.length; at++) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    }
    expect(['Broken', 'Inflates']).toContain(await refusalOf(lying, small))
  })

  it('of a few kilobytes, when its one shared text fills a thousand cells', async () => {
    const swelling = rawWorkbook({
      sheets: [row('<c t="s"><v>0</v></c>').repeat(1000)],
      strings: `<si><t>${'字'.repeat(32_000)}</t></si>`,
    })
    expect(swelling.length).toBeLessThan(10_000)
    expect(await refusalOf(swelling)).toBe('TooMuchText')
  })

  it.each([
    ['shared', '<c t="s"><v>0</v></c>'],
    ['its own', inline('A7', '字'.repeat(32_768))],
    ['worked out', `<c t="str"><f>REPT("a",9)</f><v>${'字'.repeat(32_768)}</v></c>`],
  ])('when one cell holds more than Excel lets it (%s), and its place is named', async (_, cell) => {
    const strings = `<si><t>${'字'.repeat(32_768)}</t></si>`
    const read = await readBytes(rawWorkbook({ sheets: [`<row r="7">${cell}</row>`], strings }))
    expect(read).toMatchObject({ error: { type: 'LongText', sheet: '表1', row: 7, most: 32_767 } })
    expect(!read.ok && refusalText(read.error)).toContain('工作表“表1”第 7 行')
  })

  it('but not for a cell that is as full as Excel lets it be', async () => {
    const full = rawWorkbook({ sheets: [row(inline('A1', '字'.repeat(32_767)))] })
    expect(await refusalOf(full)).toBe('read')
  })

  it('when the file itself is too large', async () => {
    expect(await refusalOf(bomb, { ...READ_LIMITS, fileBytes: 100 })).toBe('TooLarge')
  })
})
