import { uuidv7 } from '../../shared/kernel/ids'
import { err, ok } from '../../shared/kernel/result'
import type { FieldValue, PersonRef } from '../../shared/forms/values'
import {
  makeEdits,
  seenOf,
  valuesOf,
  type EntityRef,
  type EntityState,
  type NewChange,
} from '../../shared/store'
import { emptyValues, type FormValues } from '../../shared/forms/values'
import { append, currentState, type Desk } from './journal'
import { ofKind } from './schema'
import type { Staff, StaffMember } from './types'

const kind = 'staff'

/** The firm's staff list; each person is an entity of their own. */
export function staffRepository(desk: Desk): Staff {
  const memberOf = (id: string) => currentState(desk, { kind, id })

  return {
    list: async () => {
      const rows = await ofKind(desk.db, kind).toArray()
      return rows.map((row) => readMember(row.state)).sort((a, b) => (a.id < b.id ? -1 : 1))
    },

    get: async (id) => {
      const state = await memberOf(id)
      return state ? readMember(state) : undefined
    },

    keptPin: async (id) => {
      const state = await memberOf(id)
      return state ? readKept(state).pin : undefined
    },

    add: (people, by) =>
      desk.inLine(async () => {
        const batch = uuidv7(desk.clock, desk.random)
        const ids = people.map(() => uuidv7(desk.clock, desk.random)).sort()
        const members = people.map(({ name, post }, i): StaffMember => ({
          name,
          post,
          id: ids[i] ?? '',
          active: true,
          hasPin: false,
        }))
        const changes = members.map((member): NewChange => ({
          entity: { kind, id: member.id },
          batch,
          edits: makeEdits({ state: null, seen: {}, from: emptyValues, to: writeMember(member) }),
          ...(by ? { person: by } : {}),
        }))
        if (changes.length === 0) return ok([])
        const written = await append(desk, changes)
        return written.ok ? ok(members) : written
      }),

    change: (id, to, by) =>
      desk.inLine(async () => {
        const state = await memberOf(id)
        if (!state) return err({ type: 'BadChange', reason: `no staff member ${id}` })
        const from = readKept(state)
        const { pin = from.pin, ...others } = to
        const after: KeptMember = { ...from, ...others, pin: pin ?? undefined }
        return writeEntity(desk, { kind, id }, state, writeMember(from), writeMember(after), by)
      }),
  }
}

/** Writes what differs between two sets of values of an entity; nothing differs: nothing is written. */
export async function writeEntity(
  desk: Desk,
  entity: EntityRef,
  state: EntityState | null,
  from: FormValues,
  to: FormValues,
  by: PersonRef | undefined,
) {
  const edits = makeEdits({ state, seen: state ? seenOf(state) : {}, from, to })
  if (edits.length === 0) return ok({ viewed: true })
  const written = await append(desk, [{ entity, edits, ...(by ? { person: by } : {}) }])
  return written.ok ? ok({ viewed: written.value.viewed }) : written
}

/** A person as the entity keeps them: with what is kept of their PIN [ST31]. */
interface KeptMember extends Omit<StaffMember, 'hasPin'> {
  readonly pin?: string | undefined
}

function readKept(state: EntityState): KeptMember {
  const { fields } = valuesOf(state).values
  const pin = textOf(fields['pin'])
  return {
    id: state.entity.id,
    name: textOf(fields['name']),
    post: textOf(fields['post']),
    active: fields['active'] !== false,
    ...(pin === '' ? {} : { pin }),
  }
}

function readMember(state: EntityState): StaffMember {
  const { pin, ...member } = readKept(state)
  return { ...member, hasPin: pin !== undefined }
}

function writeMember({ name, post, active, pin }: KeptMember): FormValues {
  return {
    ...emptyValues,
    fields: { name, active, ...(post === '' ? {} : { post }), ...(pin === undefined ? {} : { pin }) },
  }
}

export const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '')
