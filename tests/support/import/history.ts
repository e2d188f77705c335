import { foldChanges, type EntityState, type NewChange, type StoredChange } from '../../../shared/store'

const WRITER = '0123456789abcdef'

/** Changes as one writer's journal has them, one millisecond apart. */
export function history() {
  const stored: StoredChange[] = []
  return {
    append: (...changes: readonly NewChange[]): void => {
      for (const change of changes) {
        const seq = stored.length + 1
        const hash = String(seq).padStart(64, '0')
        const hlc = { ms: 1_000 + seq, n: 0 }
        stored.push({ change: { v: 1, writer: WRITER, seq, hlc, ...change }, hash, chain: hash })
      }
    },
    of: (id: string): readonly StoredChange[] => stored.filter(({ change }) => change.entity.id === id),
    states: (kind: string): readonly EntityState[] => {
      const ids = new Set(
        stored.filter(({ change }) => change.entity.kind === kind).map(({ change }) => change.entity.id),
      )
      return [...ids].map((id) => {
        const own = stored.filter(({ change }) => change.entity.id === id)
        return foldChanges(own[0]?.change.entity ?? { kind: 'record', id }, own)
      })
    },
  }
}
