import { describe, expect, it } from 'vitest'
import { deviceOf, keyPairOf, mintOf, newWriter } from '../../../../../node/team/format/identity'
import { firstFreeLetter, rosterOf, type Said } from '../../../../../node/team/format/roster'
import {
  encodeMember,
  encodeNote,
  encodeRequest,
  parseMember,
  parseNote,
  parseRequest,
  type MemberStatement,
  type RemovalStatement,
} from '../../../../../node/team/format/statements'
import { cleanText } from '../../../../../node/team/format/texts'
import { seededRandom } from '../../../../support/store'

const A = keyPairOf('66'.repeat(32)).key
const B = keyPairOf('77'.repeat(32)).key
const OLD = 'aaaaaaaaaaaaaaaa'

const member = (key: string, more: Partial<MemberStatement> = {}): MemberStatement => ({
  v: 1,
  device: deviceOf(key),
  key,
  letter: 'A',
  name: '示例前台',
  at: 1000,
  writers: [],
  ...more,
})

const removal = (key: string, ends: RemovalStatement['ends']): RemovalStatement => ({
  v: 1,
  device: deviceOf(key),
  at: 2000,
  removed: true,
  ends,
})

type Statement = MemberStatement | RemovalStatement
const said = (statement: Statement, tag = '00'.repeat(8)): Said<Statement> => ({ statement, tag })
const roster = (...statements: readonly Statement[]) => rosterOf(statements.map((one) => said(one)))

const request = {
  v: 1 as const,
  device: deviceOf(B),
  key: B,
  name: '示例仓库',
  person: '示例员工',
  letter: 'B',
  program: '0.1.0',
  at: 5,
}
const note = {
  v: 1 as const,
  device: deviceOf(B),
  name: '示例仓库',
  person: '',
  program: '0.1.0',
  at: 5,
  read: { [OLD]: 4 },
  sent: {},
}

describe('statements', () => {
  it('[TF12] [TF13] [TF15] are read as they were written', () => {
    const admitted = member(A, { writers: [OLD] })
    expect(parseMember(encodeMember(admitted))).toEqual(admitted)
    expect(parseMember(encodeMember(removal(A, { [OLD]: 3 })))).toEqual(removal(A, { [OLD]: 3 }))
    expect(parseRequest(encodeRequest(request))).toEqual(request)
    expect(parseNote(encodeNote(note))).toEqual(note)
    expect(Buffer.from(encodeNote(note)).toString()).toMatch(/^\{"at":5,"device":/)
  })

  it.each([
    { sitting: '' },
    { sitting: '0123456789ABCDEF' },
    { sitting: 7 },
    { left: false },
    { left: 'yes' },
    { seen: '0123456789abcdef' },
    { seen: ['../x'] },
    { seen: [1] },
    { seen: Array.from({ length: 17 }, () => '0123456789abcdef') },
  ])('[TF15] [TF23] of a note with %j count for nothing', (more) => {
    expect(parseNote({ ...note, ...more })).toBeNull()
  })

  it('[TF15] of a note name its sitting and what it saw, or do not', () => {
    const known = { ...note, sitting: '0123456789abcdef', seen: ['fedcba9876543210'] }
    expect(parseNote(encodeNote(known))).toEqual(known)
    expect(parseNote(note)).toEqual(note)
  })

  it('[TF15] of a note say that its computer left, and pass over what nobody knows', () => {
    const leaving = { ...note, left: true as const }
    expect(parseNote(encodeNote(leaving))).toEqual(leaving)
    expect(parseNote({ ...leaving, flavour: 1 })).toEqual(leaving)
  })

  it('[TF12] leave out what nobody knows', () => {
    expect(parseMember({ ...member(A), flavour: 1 })).toEqual(member(A))
  })

  it.each([
    ['v', 2],
    ['device', deviceOf(B)],
    ['device', '../../../etc/pass'],
    ['key', A.toUpperCase()],
    ['letter', ''],
    ['letter', 'a'],
    ['letter', 'ABCD'],
    ['letter', 'A\n'],
    ['name', 7],
    ['name', 'x'.repeat(201)],
    ['name', 'a\u0000b'],
    ['name', '\ud800'],
    ['name', 'gnp.\u202exe'],
    ['at', 1e300],
    ['at', -1],
    ['at', 0.5],
    ['writers', null],
    ['writers', [5]],
    ['writers', ['__proto__']],
    ['writers', Array.from({ length: 10_001 }, () => OLD)],
    ['removed', false],
    ['removed', true],
  ])('[TF12] [TF23] of a member whose %s is %j count for nothing', (name, value) => {
    expect(parseMember({ ...member(A), [name]: value })).toBeNull()
  })

  it.each([
    [JSON.parse('{"__proto__":1}') as object],
    [{ constructor: 1 }],
    [{ [OLD]: -1 }],
    [{ [OLD]: 1e9 }],
    [{ [OLD]: '1' }],
    [[]],
    [null],
  ])('[TF12] [TF23] with segments %j count for nothing', (ends) => {
    expect(parseMember({ ...removal(A, {}), ends })).toBeNull()
    expect(parseNote({ ...note, read: ends })).toBeNull()
    expect(parseNote({ ...note, sent: ends })).toBeNull()
  })

  it('[TF13] of a request name the device of their key', () => {
    expect(parseRequest({ ...request, device: deviceOf(A) })).toBeNull()
    expect(parseRequest({ ...request, person: undefined })).toBeNull()
    for (const wrong of [null, 5, 'x', [], Buffer.from('{'), Buffer.from('[]')]) {
      expect([parseRequest(wrong), parseMember(wrong), parseNote(wrong)]).toEqual([null, null, null])
    }
  })

  it('[TF12] that others would refuse are not written', () => {
    expect(() => encodeMember(member(A, { name: 'a\nb' }))).toThrow('refuse')
    expect(() => encodeMember(member(A, { name: cleanText(' a\nb\u202e\ud800 ') }))).not.toThrow()
    expect(cleanText('x'.repeat(199) + '\u{20bb7}')).toBe('x'.repeat(199))
  })
})

describe('who belongs to a team', () => {
  const random = seededRandom('roster')
  const minted = newWriter(A, random)
  const mint = mintOf(A, minted)

  it('[TF2] [TF12] takes the segments of admitted devices, by mint or by the statement', () => {
    const { judge } = roster(member(A, { writers: [OLD] }))
    expect(judge(minted, 1, A, mint)).toBe('taken')
    expect(judge(OLD, 1, A, null)).toBe('taken')
  })

  it('[TF2] takes no segment that another device signed', () => {
    const { judge } = roster(member(A, { writers: [OLD] }), member(B, { letter: 'B' }))
    expect(judge(minted, 1, B, mint)).toBe('foreign')
    expect(judge(minted, 1, B, null)).toBe('foreign')
    expect(judge(OLD, 1, B, null)).toBe('foreign')
    expect(judge(minted, 1, A, 0)).toBe('foreign')
    expect(judge('bbbbbbbbbbbbbbbb', 1, A, null)).toBe('foreign')
  })

  it('[TF13] lets segments of others wait, unless an admitted device answers for the writer', () => {
    const { judge } = roster(member(B, { writers: [OLD] }))
    expect(judge(minted, 1, A, mint)).toBe('notAdmitted')
    expect(judge('bbbbbbbbbbbbbbbb', 1, A, null)).toBe('notAdmitted')
    expect(judge(OLD, 1, A, null)).toBe('foreign')
    expect(roster().judge(OLD, 1, A, null)).toBe('notAdmitted')
  })

  it('[TF12] adds statements up in any order; the later gives name and letter, then the smaller tag', () => {
    const first = said(member(A, { writers: [OLD], name: 'a', letter: 'A', at: 1 }))
    const second = said(
      member(A, { writers: ['bbbbbbbbbbbbbbbb'], name: 'b', letter: 'C', at: 2 }),
      '11'.repeat(8),
    )
    const third = said(member(A, { name: 'c', letter: 'D', at: 2 }), '22'.repeat(8))
    for (const order of [
      [first, second, third],
      [third, second, first],
      [second, third, first, first],
    ]) {
      const { members, letters } = rosterOf(order)
      expect(members).toEqual([
        {
          device: deviceOf(A),
          key: A,
          letter: 'C',
          name: 'b',
          at: 2,
          writers: [OLD, 'bbbbbbbbbbbbbbbb'],
          removed: null,
        },
      ])
      expect([...letters].sort()).toEqual(['A', 'C', 'D'])
    }
  })

  it('[TF12] takes of a removed device what came before, and nothing of writers that nobody named', () => {
    const gone = roster(removal(A, { [minted]: 5 }), member(A, { writers: [OLD], at: 9000 }))
    expect(gone.judge(minted, 5, A, mint)).toBe('taken')
    expect(gone.judge(minted, 6, A, mint)).toBe('removed')
    expect(gone.judge(OLD, 1, A, null)).toBe('removed')
    expect(gone.of(deviceOf(A))?.removed).toEqual({ ends: { [minted]: 5 } })
    const twice = roster(member(A), removal(A, { [minted]: 5 }), removal(A, { [minted]: 8, [OLD]: 1 }))
    expect([8, 9].map((segment) => twice.judge(minted, segment, A, mint))).toEqual(['taken', 'removed'])
  })

  it('[TF12] removes nobody who was not admitted', () => {
    const { members, judge } = roster(removal(A, { [minted]: 5 }))
    expect(members).toEqual([])
    expect(judge(minted, 1, A, mint)).toBe('notAdmitted')
  })

  it('[TF14] stands in order of letters', () => {
    const { members, of } = roster(member(A, { letter: 'AA' }), member(B, { letter: 'Z' }))
    expect(members.map(({ letter }) => letter)).toEqual(['Z', 'AA'])
    expect(of('0000000000000000')).toBeUndefined()
  })

  it('[TF14] gives the first letter that is free, never I or O', () => {
    const given: string[] = []
    for (let i = 0; i < 30; i++) given.push(firstFreeLetter(given))
    expect(given.slice(0, 9).join('')).toBe('ABCDEFGHJ')
    expect(given[24]).toBe('AA')
    expect(given.some((letter) => /[IO]/.test(letter))).toBe(false)
    expect(firstFreeLetter(['A', 'C'])).toBe('B')
  })
})
