import type { Chance } from './chance'

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** Values that a reader may trip over, as JSON text. Long ones are made when they are picked. */
const STRANGE: readonly (() => string)[] = [
  () => 'null',
  () => 'true',
  () => '0',
  () => '-1',
  () => '0.5',
  () => '-0',
  () => '1e999',
  () => '9007199254740993',
  () => '4294967296',
  () => '8640000000000001',
  () => '1e308',
  () => '""',
  () => '"__proto__"',
  () => '"constructor"',
  () => '"prototype"',
  () => '"toString"',
  () => '"../../../../etc/passwd"',
  () => '"C:\\\\Windows\\\\x"',
  () => '"\\u0000"',
  () => '"\\ud800"',
  () => '"\\u202egpj.exe"',
  () => '"ffffffffffffffff"',
  () => `"${'f'.repeat(64)}"`,
  () => `"${'x'.repeat(201)}"`,
  () => `"${'长'.repeat(20_000)}"`,
  () => '[]',
  () => '[null]',
  () => '[[[]]]',
  () => '{}',
  () => '{"__proto__":{"polluted":1}}',
  () => '{"constructor":{"prototype":{"polluted":1}}}',
  () => '{"length":4294967295}',
  () => '{"name":{"name":"x"}}',
  () => '{"op":"set"}',
  () => '{"op":"set","path":["a"],"value":1,"over":[]}',
  () => '{"op":"set","path":["__proto__","polluted"],"value":"x","over":[]}',
  () => '{"op":"set","path":["rows","r","@row"],"value":"x","over":[]}',
  () => '{"op":"addRow","rows":"__proto__","row":"constructor","order":"a"}',
  () => '{"op":"removeRow","rows":"rows","row":"r","over":["x"]}',
  () => deep(63),
  () => deep(65),
  () => deep(50_000),
]

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'v', 'op', '', '@state', 'length']

export const strangeText = (chance: Chance): string => chance.pick(STRANGE)()

/** The JSON text of a value in which one thing, anywhere, is another. */
export function mutatedText(value: unknown, chance: Chance): string {
  const places = countPlaces(value)
  const at = chance.upTo(places)
  let passed = 0
  const write = (part: unknown): string => {
    const isHit = passed++ === at
    if (isHit && (typeof part !== 'object' || part === null || chance.upTo(2) === 0))
      return strangeText(chance)
    if (Array.isArray(part)) {
      const items = part.map(write)
      return `[${(isHit ? withOne(items, strangeText(chance), chance) : items).join(',')}]`
    }
    if (typeof part !== 'object' || part === null) return JSON.stringify(part)
    const members = Object.entries(part)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, child]) => `${JSON.stringify(name)}:${write(child)}`)
    const more = `${JSON.stringify(chance.pick(NAMES))}:${strangeText(chance)}`
    return `{${(isHit ? withOne(members, more, chance) : members).join(',')}}`
  }
  return write(value)
}

/** One taken out, put in, or doubled. */
function withOne(items: readonly string[], more: string, chance: Chance): readonly string[] {
  const at = chance.upTo(items.length + 1)
  switch (chance.upTo(3)) {
    case 0:
      return items.filter((_, i) => i !== at)
    case 1:
      return [...items.slice(0, at), more, ...items.slice(at)]
    default:
      return [...items.slice(0, at), ...items.slice(at, at + 1), ...items.slice(at)]
  }
}

function countPlaces(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, child) => sum + countPlaces(child), 1)
}
