import type { PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { maskKinds, noMasks, type MaskKind, type Masks } from '../../shared/kernel/mask'
import { ok, type Result } from '../../shared/kernel/result'
import { survivorsAt, type Edit, type EntityState } from '../../shared/store'
import { FIRM } from './firm'
import { append, currentState, type Desk } from './journal'
import type { Written } from './records-types'

/** What the firm has masked in its lists, on every computer of it. [ST32] */
export interface MasksRepository {
  readonly get: () => Promise<Masks>
  readonly set: (kind: MaskKind, masked: boolean, by?: PersonRef) => Promise<Result<Written, JournalFailure>>
}

const pathOf = (kind: MaskKind) => ['masks', kind] as const

const isMasked = (state: EntityState | null, kind: MaskKind): boolean =>
  // Where two set it apart the careful one counts.
  state !== null && survivorsAt(state, pathOf(kind)).some(({ value }) => value === true)

export function masksRepository(desk: Desk): MasksRepository {
  return {
    get: async () => {
      const state = await currentState(desk, FIRM)
      return maskKinds.reduce<Masks>((masks, kind) => ({ ...masks, [kind]: isMasked(state, kind) }), noMasks)
    },
    set: (kind, masked, by) =>
      desk.inLine(async () => {
        const state = await currentState(desk, FIRM)
        const standing = state ? survivorsAt(state, pathOf(kind)) : []
        if (standing.length <= 1 && isMasked(state, kind) === masked) return ok({ viewed: true })
        const edit: Edit = {
          op: 'set',
          path: pathOf(kind),
          value: masked ? true : null,
          over: standing.map(({ dot }) => dot),
        }
        const written = await append(desk, [{ entity: FIRM, edits: [edit], ...(by ? { person: by } : {}) }])
        return written.ok ? ok({ viewed: written.value.viewed }) : written
      }),
  }
}
