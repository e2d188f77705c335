import { integers, type Growing } from './growing'
import { scannedFrom, TextBlock, type BlockImage } from './text-block'

/** Texts of a block, as a power of two: the number of a text says its block and its place there. */
const BITS = 12
const BLOCK = 1 << BITS

/** Hears of a text that holds a word: its number, whether it begins with it, and whether it is nothing else. */
export type Heard = (number: number, begins: boolean, whole: boolean) => void

/** All that a table holds, as plain data. */
export interface TextImage {
  readonly blocks: readonly (BlockImage & { readonly narrow: boolean })[]
  readonly hashes: Uint32Array
}

/**
 * Each text once, by number; a firm's lists say the same again and again. Numbers stay as long as the table lives, and
 * nothing is taken out. `apart`: texts of ASCII stand in blocks of their own, so that numbers have gaps; else the first is 0, the second 1 …
 */
export class TextTable {
  readonly #blocks: TextBlock[]
  readonly #narrow: boolean[]
  readonly #hashes: Growing<Uint32Array>
  readonly #apart: boolean
  /** Numbers of texts (and 1 more) where their hash says, or behind; empty until something is looked for. */
  #slots = new Uint32Array(0)
  #count = 0

  constructor(apart: boolean, image: TextImage = { blocks: [], hashes: new Uint32Array(0) }) {
    this.#apart = apart
    this.#blocks = image.blocks.map((block) => new TextBlock(block.narrow, block))
    this.#narrow = image.blocks.map(({ narrow }) => narrow)
    this.#hashes = integers(image.hashes)
    this.#count = this.#blocks.reduce((sum, { count }) => sum + count, 0)
  }

  /** How many texts there are. */
  get count(): number {
    return this.#count
  }

  /** All numbers are below this one. */
  get bound(): number {
    return this.#hashes.length
  }

  image(): TextImage {
    const blocks = this.#blocks.map((block, at) => ({
      ...block.image(),
      narrow: this.#narrow[at] === true,
    }))
    return { blocks, hashes: this.#hashes.copy() }
  }

  /** The number of a text, which is put in where it is new. */
  numberOf(written: string): number {
    const hash = hashOf(written)
    const known = this.#find(written, hash)
    if (known >= 0) return known
    const number = this.#put(scannedFrom(written), written)
    this.#hashes.put(number, hash)
    this.#count += 1
    this.#note(number)
    return number
  }

  /** -1: there is none. */
  find(written: string): number {
    return this.#find(written, hashOf(written))
  }

  #find(written: string, hash: number): number {
    // Room for one more, and half of it empty.
    if (this.#slots.length < (this.#count + 1) * 2) this.#sort()
    const slots = this.#slots
    for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const number = (slots[slot] ?? 0) - 1
      if (number < 0) return -1
      if (this.#hashes.data[number] === hash && this.#isAt(number, written)) return number
    }
  }

  #isAt(number: number, written: string): boolean {
    return this.#blocks[number >> BITS]?.isAt(number & (BLOCK - 1), written) === true
  }

  /** The text as it is looked through: lower case, without line breaks. */
  at(number: number): string {
    return this.#blocks[number >> BITS]?.at(number & (BLOCK - 1)) ?? ''
  }

  writtenAt(number: number): string {
    return this.#blocks[number >> BITS]?.writtenAt(number & (BLOCK - 1)) ?? ''
  }

  scan(word: string, heard: Heard): void {
    if (word === '' || word.includes('\n')) return
    const isNarrow = isAscii(word)
    for (const [at, block] of this.#blocks.entries()) {
      if (this.#narrow[at] === true && !isNarrow) continue
      block.scan(word, (place, from, to, found) => {
        heard((at << BITS) | place, found === from, found === from && to - from === word.length)
      })
    }
  }

  #put(line: string, written: string): number {
    const narrow = this.#apart && isAscii(line)
    let at = this.#narrow.lastIndexOf(narrow)
    if (at < 0 || (this.#blocks[at]?.count ?? BLOCK) >= BLOCK) {
      at = this.#blocks.push(new TextBlock(narrow)) - 1
      this.#narrow.push(narrow)
    }
    const block = this.#blocks[at]
    const place = block?.count ?? 0
    block?.add(line, written)
    return (at << BITS) | place
  }

  #sort(): void {
    let size = 64
    while (size < this.#count * 3) size *= 2 // in twos, so that a hash is cut to it by its bits
    this.#slots = new Uint32Array(size)
    for (const [at, { count }] of this.#blocks.entries()) {
      for (let place = 0; place < count; place += 1) this.#note((at << BITS) | place)
    }
  }

  #note(number: number): void {
    const slots = this.#slots
    let slot = (this.#hashes.data[number] ?? 0) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = number + 1
  }
}

/** FNV-1a over the letters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const ASCII = /^[\u0000-\u007f]*$/
const isAscii = (text: string): boolean => ASCII.test(text)
