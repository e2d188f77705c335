import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json'
import { sign } from '../../../node/team/format/identity'
import { isConflictCopy } from '../../../node/team/carrier/conflict-copies'
import { readMark } from '../../../node/team/format/mark'
import {
  readNoteName,
  readRequestName,
  readSegmentName,
  readSnapshotName,
} from '../../../node/team/format/names'
import { rosterOf } from '../../../node/team/format/roster'
import { packSegments, unpackSegments } from '../../../node/team/format/snapshot-body'
import { encodeMember, parseMember, parseNote, parseRequest } from '../../../node/team/format/statements'
import type { Chance } from './chance'
import type { Outcome } from './container-cases'
import { judgePrototypes, need } from './judge-segment'
import { PAIR, statements, TEAM, WRITER } from './samples'
import { mutatedText, strangeText } from './strange-json'

const CLEAN = /^[^\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]{0,200}$/u

/** A statement in which one thing is another: what comes out has only what the specification allows. */
export function statementCase(chance: Chance): Outcome {
  const body = Buffer.from(mutatedText(chance.pick(Object.values(statements)), chance))
  const said = [parseMember(body), parseRequest(body), parseNote(body)].filter((one) => one !== null)
  for (const statement of said) {
    need(/^[0-9a-f]{16}$/.test(statement.device), 'a strange device')
    need(statement.at >= 0 && statement.at <= 8.64e15, 'an absurd clock')
    if ('name' in statement) need(CLEAN.test(statement.name), 'a strange name')
    if ('letter' in statement) need(/^[A-Z]{1,3}$/.test(statement.letter), 'a strange letter')
    for (const ends of ['ends', 'read', 'sent'].map(
      (name) => (statement as unknown as Record<string, unknown>)[name],
    )) {
      for (const [writer, segment] of Object.entries(ends ?? {})) {
        need(/^[0-9a-f]{16}$/.test(writer) && Number.isInteger(segment), 'strange segments')
      }
    }
  }
  const member = parseMember(body)
  if (member !== null) {
    need(parseMember(encodeMember(member)) !== null, 'a statement that is refused when it is written again')
    const { judge, members } = rosterOf([{ statement: member, tag: WRITER }])
    judge(WRITER, 1, PAIR.key, null)
    need(members.length <= 1, 'members out of nowhere')
  }
  judgePrototypes()
  return said.length > 0 ? 'read' : 'refused'
}

const mark = { format: 1, team: TEAM, seal: PAIR.key, name: '示例', created: 5, lock: null }
const lock = {
  kdf: 'scrypt',
  n: 14,
  r: 8,
  p: 1,
  salt: '00'.repeat(16),
  nonce: '00'.repeat(12),
  wrapped: '00'.repeat(48),
}

/** A mark in which one thing is another, signed where that is possible. */
export function markCase(chance: Chance): Outcome {
  const text = mutatedText(chance.upTo(2) === 0 ? { ...mark, lock } : mark, chance)
  const read = readMark(withSignature(text, chance))
  judgePrototypes()
  if (!read.ok) return read.error.type
  const { team, seal, created, lock: read_ } = read.value
  need(/^[0-9a-f]{32}$/.test(team) && seal === PAIR.key && created >= 0, 'a strange mark')
  need(read_ === null || (read_.n <= 18 && read_.r === 8 && read_.p <= 4), 'a lock that costs too much')
  return 'read'
}

function withSignature(text: string, chance: Chance): Uint8Array {
  try {
    const json = JSON.parse(text) as Record<string, Json>
    const signature = sign(Buffer.from(`zhike team 1\n${canonicalJson(json)}`), PAIR)
    return Buffer.from(canonicalJson({ ...json, signature: Buffer.from(signature).toString('hex') }))
  } catch {
    return Buffer.from(`${text.slice(0, -1)},"signature":${strangeText(chance)}}`)
  }
}

/** A snapshot whose lengths lie. */
export function snapshotCase(chance: Chance): Outcome {
  const segments = Array.from({ length: 1 + chance.upTo(20) }, () => chance.bytes(1 + chance.upTo(30)))
  const sound = packSegments(segments)
  const body = Buffer.from(
    sound.subarray(0, chance.upTo(3) === 0 ? chance.upTo(sound.length + 1) : sound.length),
  )
  for (let i = chance.upTo(3); i > 0 && body.length > 0; i--)
    body[chance.upTo(body.length)] = chance.upTo(256)
  const expected = segments.length + chance.pick([0, 0, 0, 1, -1])
  const read = unpackSegments(body, expected)
  if (read === null) return 'refused'
  const total = read.reduce((sum, { length }) => sum + length + 4, 0)
  need(read.length === expected && total === body.length, 'a snapshot that does not add up was taken')
  return 'read'
}

/** Names that are almost ours. */
export function nameCase(chance: Chance): Outcome {
  const tag = 'fedcba9876543210'
  const sound = chance.pick([`00000001-${tag}`, `00000001-00000016-${tag}`, `${WRITER}-${tag}`])
  const at = chance.upTo(sound.length + 1)
  const strange = chance.pick([
    '',
    '/',
    '\\',
    '..',
    '\0',
    '\n',
    'G',
    'Ａ',
    '０',
    ' ',
    '-',
    '.tmp',
    ':',
    '0',
    'a',
  ])
  const name = sound.slice(0, at) + strange + sound.slice(at + chance.upTo(2))
  isConflictCopy(name)
  const read = [readSegmentName(name), readSnapshotName(name), readRequestName(name), readNoteName(name)]
  const taken = read.some((one) => one !== null)
  need(!taken || /^[0-9a-f]+(?:-[0-9a-f]+){1,2}$/.test(name), `the name ${JSON.stringify(name)} was taken`)
  return taken ? 'read' : 'refused'
}
