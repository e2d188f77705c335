import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Chance } from '../fuzz/chance'

/** A valid file, and its parts where it is an archive. */
export interface Original {
  readonly name: string
  readonly bytes: Uint8Array
  readonly parts: { readonly [name: string]: Uint8Array } | null
}

export function originalOf(name: string, bytes: Uint8Array): Original {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  return { name, bytes, parts: isArchive ? unzipSync(bytes) : null }
}

/** A hostile file made of a valid one: bytes changed anywhere, or parts of the workbook that still are XML, mostly. */
export function mutated({ bytes, parts }: Original, chance: Chance): Uint8Array {
  if (parts === null || chance.upTo(3) === 0) return changedBytes(bytes, chance)
  const names = Object.keys(parts)
  const files: { [name: string]: Uint8Array } = { ...parts }
  for (let i = 0; i <= chance.upTo(3); i++) {
    const name = chance.pick(names)
    const content = parts[name] ?? new Uint8Array()
    switch (chance.upTo(8)) {
      case 0:
        Reflect.deleteProperty(files, name)
        break
      case 1:
        files[
          chance.pick([`../${name}`, `/${name}`, `${name}/`, name.toUpperCase(), 'xl/worksheets/sheet1.xml'])
        ] = content
        break
      case 2:
        files[name] = changedBytes(content, chance)
        break
      case 3:
        files[name] = files[chance.pick(names)] ?? content
        break
      default:
        files[name] = strToU8(changedXml(strFromU8(content), chance))
    }
  }
  const packed = zipSync(files, { level: chance.pick([0, 1]) })
  return chance.upTo(5) === 0 ? changedBytes(packed, chance) : packed
}

function changedBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = chance.upTo(Math.max(1, copy.length))
  const length = 1 + chance.upTo(Math.min(64, Math.max(1, copy.length - at)))
  switch (chance.upTo(6)) {
    case 0:
      for (let i = 0; i <= chance.upTo(8); i++) copy[chance.upTo(copy.length)] = chance.upTo(256)
      return copy
    case 1:
      return copy.slice(0, at)
    case 2:
      return Uint8Array.from([...copy.slice(0, at), ...copy.slice(at + length)])
    case 3:
      return Uint8Array.from([...copy.slice(0, at), ...chance.bytes(length), ...copy.slice(at)])
    case 4:
      return copy.fill(chance.pick([0, 0x22, 0xff]), at, at + length)
    default:
      return Uint8Array.from([...copy.slice(0, at), ...copy.slice(at, at + length), ...copy.slice(at)])
  }
}

const NUMBERS = [
  '0',
  '-1',
  '1',
  '16384',
  '1048577',
  '4294967296',
  '1e308',
  '1E-400',
  'NaN',
  '99999999999999999999',
  '',
  '0x10',
  '２',
]
const WORDS = [
  '__proto__',
  'constructor',
  '#REF!',
  '=1+1',
  '&#0;',
  '&#x10FFFF;',
  '&nope;',
  '_x0000_',
  '\u0000',
  '\uFFFE',
  '<![CDATA[',
  '<!--',
  '<?x',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  'A1:XFD1048576',
  '../../etc/passwd',
]

/** Tags, attributes and numbers that go, come twice, or say something else. */
function changedXml(xml: string, chance: Chance): string {
  const tags = [...xml.matchAll(/<[^<>]{1,200}>/g)]
  const tag = tags.length === 0 ? null : chance.pick(tags)
  const [text = ''] = tag ?? []
  const at = tag?.index ?? 0
  const around = (replacement: string) => xml.slice(0, at) + replacement + xml.slice(at + text.length)
  switch (chance.upTo(9)) {
    case 0:
      return around('')
    case 1:
      return around(text + text)
    case 2:
      return around(text.repeat(1 + chance.upTo(3000)))
    case 3:
      return around(text.replace(/"[^"]*"/, `"${chance.pick([...NUMBERS, ...WORDS])}"`))
    case 4:
      return xml.replace(/>\d+(?:\.\d+)?</, `>${chance.pick(NUMBERS)}<`)
    case 5:
      return around(text + chance.pick(WORDS))
    case 6: {
      const to = chance.upTo(xml.length)
      return xml.slice(0, at) + xml.slice(Math.min(at, to), Math.max(at, to)) + xml.slice(at)
    }
    case 7:
      return xml.replace(
        / (?:r|s|t|min|max|ref|hidden|numFmtId|formatCode|r:id|Target|Type)="([^"]*)"/,
        (all, value: string) => all.replace(`"${value}"`, `"${chance.pick([...NUMBERS, ...WORDS])}"`),
      )
    default:
      return xml.replaceAll(
        chance.pick(['</c>', '<v>', '</row>', '"', '>', '<si>']),
        chance.pick(['', '<c>', '""', '</v>', ' ']),
      )
  }
}
