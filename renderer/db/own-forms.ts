import type { Path } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import type { PersonRef } from '../../shared/forms/values'
import { err, ok } from '../../shared/kernel/result'
import { survivorsAt, valuesOf, type Edit, type EntityState } from '../../shared/store'
import { takeTemplates } from './arrived-templates'
import { FIRM } from './firm'
import { append, currentState, type Desk } from './journal'
import type { OwnForms, TemplateShelf } from './templates'
import type { FormChoice, Templates } from './types'
import { watch } from './watch'

/** Registers of the firm: the content hash of its own version of each form; empty: the form as it ships. [ST30] */
const FORMS = 'forms'
const pathOf = (code: string): Path => [FORMS, code]

/** Which versions of the forms the firm uses, as its registers say. */
const ownFormsOf = (state: EntityState): OwnForms => valuesOf(state).values.matrices[FORMS] ?? {}

/** The shelf follows the firm's registers, also when a colleague's change arrives. Answers the way to stop. */
export async function followOwnForms(desk: Desk, shelf: TemplateShelf): Promise<() => void> {
  const read = async () => {
    const state = await currentState(desk, FIRM)
    // A working copy that is being built anew has no firm for a moment: nothing is inferred from that.
    if (state) shelf.setOwn(ownFormsOf(state))
  }
  // What cannot be read now is read with the next change.
  const unread = () => undefined
  await read().catch(unread)
  return watch(read, () => undefined, unread)
}

export function templatesRepository(desk: Desk, shelf: TemplateShelf): Templates {
  const { byHash, current, keep, own, onOwn } = shelf
  return {
    byHash: (hash) => Promise.resolve(byHash(hash)),
    current,
    keep,
    own,
    onOwn,
    takeIn: () => desk.inLine(() => takeTemplates(desk, shelf)),
    versions: async (code) => {
      const shipped = shelf.shipped(code)
      if (!shipped) return undefined
      const state = await currentState(desk, FIRM)
      const survivors = state ? survivorsAt(state, pathOf(code)) : []
      const choices = survivors.map(({ value, hlc, person }): FormChoice => {
        const template = typeof value === 'string' ? byHash(value) : undefined
        const base = template?.base === undefined ? undefined : byHash(template.base)
        return {
          hash: typeof value === 'string' ? value : null,
          at: hlc.ms,
          ...(template ? { template } : {}),
          ...(base ? { base } : {}),
          ...(person ? { person } : {}),
        }
      })
      return { shipped, choices, seen: survivors.map(({ dot }) => dot) }
    },
    choose: (code, template, seen, by) =>
      desk.inLine(async () => {
        const wanted = await keptHash(shelf, code, template)
        if (!wanted.ok) return wanted
        const state = await currentState(desk, FIRM)
        const standing = state ? survivorsAt(state, pathOf(code)) : []
        const [only, ...more] = standing
        if (more.length === 0 && (only?.value ?? null) === wanted.value) return ok({ viewed: true })
        const edit: Edit = { op: 'set', path: pathOf(code), value: wanted.value, over: seen }
        return writeChoice(desk, shelf, edit, by)
      }),
  }
}

/** Both the version and the one that it was made from are in the folder before the firm names them. */
async function keptHash(shelf: TemplateShelf, code: string, template: Template | null) {
  const shipped = shelf.shipped(code)
  if (template === null) return ok(null)
  if (template.code !== code)
    return err({ type: 'BadChange', reason: `a version of ${template.code}` } as const)
  const based = await shelf.keep(template.base ?? '')
  if (!based.ok) return based
  const added = await shelf.add(template)
  // The form as it ships is nobody's own version: a later program's form takes its place.
  return added.ok && added.value === shipped?.hash ? ok(null) : added
}

async function writeChoice(desk: Desk, shelf: TemplateShelf, edit: Edit, by: PersonRef | undefined) {
  const written = await append(desk, [{ entity: FIRM, edits: [edit], ...(by ? { person: by } : {}) }])
  if (!written.ok) return written
  const state = await currentState(desk, FIRM)
  if (state) shelf.setOwn(ownFormsOf(state))
  return ok({ viewed: written.value.viewed })
}
