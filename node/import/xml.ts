import { SaxesParser } from 'saxes'
import type { Archive } from './archive'
import { broken, Stop } from './stop'

export type Attributes = { readonly [name: string]: string }

/** What one part of a workbook is read with. Names come without their prefix (`x:row` is `row`). */
export interface XmlReader {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
}

/** Deepest nesting of elements: no part of a workbook comes near it. */
const MOST_DEEP = 64

/**
 * Reads an XML part from front to back while it is unpacked. Entities of a document's own are not known and end the reading,
 * so nothing can grow by them.
 */
export async function readXml(archive: Archive, name: string, reader: XmlReader): Promise<void> {
  if (!archive.has(name)) return
  const parser = new SaxesParser({ position: false })
  let deep = 0
  const found = { any: false }
  parser.on('error', (error) => {
    throw broken(`${partName(name)}：${error.message}`.slice(0, 120))
  })
  parser.on('opentag', (tag) => {
    if (++deep > MOST_DEEP) throw broken(`${partName(name)}：层次过深`)
    reader.open(localName(tag.name), tag.attributes as Attributes)
  })
  parser.on('closetag', (tag) => {
    deep--
    reader.close(localName(tag.name))
  })
  if (reader.text) {
    const { text } = reader
    parser.on('text', text)
    parser.on('cdata', text)
  }
  let decoder: InstanceType<typeof TextDecoder> | null = null
  const written = (work: () => void) => {
    try {
      work()
    } catch (error) {
      throw error instanceof Stop ? error : broken(partName(name))
    }
  }
  await archive.read(name, (bytes) => {
    found.any ||= bytes.length > 0
    decoder ??= new TextDecoder(encodingOf(bytes))
    const text = decoder.decode(bytes, { stream: true })
    written(() => parser.write(text))
  })
  if (!found.any) throw broken(`${partName(name)}是空的`)
  written(() => parser.close())
}

/** XML is UTF-8 unless it begins with the mark of UTF-16. */
const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : 'utf-8'

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const partName = (name: string): string => name.replace(/^.*\//, '')

/** An attribute by its name without prefix (`r:id`). */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name]
  const key = Object.keys(attributes).find((known) => known.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
