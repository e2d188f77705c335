type Numbers = Uint8Array | Uint32Array | Float64Array

/** Numbers by place (0…) in one run of memory; what was not put is 0. A hundred thousand of them are not so many values to look after, but one. */
export class Growing<A extends Numbers> {
  /** At least `length` numbers; read it anew after each `put`. */
  data: A
  length: number
  readonly #make: (length: number) => A

  constructor(make: (length: number) => A, data = make(0)) {
    this.#make = make
    this.data = data
    this.length = data.length
  }

  put(place: number, value: number): void {
    this.reach(place + 1)
    this.data[place] = value
  }

  push(value: number): void {
    this.put(this.length, value)
  }

  /** Makes it at least so long. */
  reach(length: number): void {
    if (length <= this.length) return
    this.length = length
    if (length <= this.data.length) return
    const larger = this.#make(Math.max(length, this.data.length * 2, FIRST))
    larger.set(this.data)
    this.data = larger
  }

  /** A copy of just what is there. */
  copy(): A {
    return this.data.slice(0, this.length) as A
  }
}

/** Room that is made for the first numbers. */
const FIRST = 64

export const bytes = (data?: Uint8Array): Growing<Uint8Array> =>
  new Growing<Uint8Array>((length) => new Uint8Array(length), data)

export const integers = (data?: Uint32Array): Growing<Uint32Array> =>
  new Growing<Uint32Array>((length) => new Uint32Array(length), data)

export const decimals = (data?: Float64Array): Growing<Float64Array> =>
  new Growing<Float64Array>((length) => new Float64Array(length), data)
