import type { Cells, ListRow } from './list-row'

/** Keys of each list's cells, in the order of their places. */
export type CellKeys = { readonly [list: string]: readonly string[] }

/** Which place each cell of a list has in the text of a line: in the order in which they were first met. */
export class CellPlaces {
  readonly #keys = new Map<string, string[]>()
  readonly #places = new Map<string, Map<string, number>>()

  /** `known`: the places that cells have already, as `keys` told them. */
  constructor(known: CellKeys = {}) {
    for (const [list, keys] of Object.entries(known)) {
      this.#keys.set(list, [...keys])
      this.#places.set(list, new Map(keys.map((key, place) => [key, place])))
    }
  }

  get keys(): CellKeys {
    return Object.fromEntries(this.#keys)
  }

  placeOf(list: string, key: string): number | undefined {
    return this.#places.get(list)?.get(key)
  }

  /** The texts of a line's cells by their places; cells that it lacks are empty. */
  textsOf({ list, cells }: Pick<ListRow, 'list' | 'cells'>): readonly string[] {
    const keys = this.#keys.get(list) ?? []
    const places = this.#places.get(list) ?? new Map<string, number>()
    this.#keys.set(list, keys)
    this.#places.set(list, places)
    const texts: string[] = []
    for (const [key, text] of Object.entries(cells)) {
      let place = places.get(key)
      if (place === undefined) {
        place = keys.push(key) - 1
        places.set(key, place)
      }
      texts[place] = text
    }
    return Array.from(texts, (text: string | undefined) => text ?? '')
  }

  /** A line's cells out of their texts by place. */
  cellsOf(list: string, texts: readonly string[]): Cells {
    const keys = this.#keys.get(list) ?? []
    const cells: Record<string, string> = {}
    for (const [place, text] of texts.entries()) {
      const key = keys[place]
      if (text !== '' && key !== undefined) cells[key] = text
    }
    return cells
  }
}
