import { z } from 'zod'
import type { NewChange, StoredChange } from '../store/change'
import { count, dot, fieldValue, id, MAX_MEMBERS, name, path, personRef, sha256 } from './schema-values'

const over = z.array(dot).max(1000)
const entityKind = z.enum(['record', 'customer', 'staff', 'firm'])

const edit = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), path, value: fieldValue.nullable(), over }),
  z.strictObject({ op: z.literal('addRow'), rows: name, row: id, order: name, over: over.exactOptional() }),
  z.strictObject({ op: z.literal('removeRow'), rows: name, row: id, over }),
])

/** What the screen may ask to be written: this program's own kinds only, nothing more. */
export const newChange: z.ZodType<NewChange> = z.strictObject({
  person: personRef.exactOptional(),
  batch: id.exactOptional(),
  entity: z.strictObject({ kind: entityKind, id }),
  template: sha256.exactOptional(),
  edits: z.array(edit).min(1).max(MAX_MEMBERS),
})

/**
 * A change that the working copy hands back. It may come from a newer program, or its content may be gone, so unknown
 * members and kinds are kept as they are; its hash shows whether it is whole.
 */
export const storedChange = z.looseObject({
  change: z.looseObject({
    writer: id,
    seq: count,
    entity: z.looseObject({ kind: name, id: name }),
    edits: z.array(z.looseObject({ op: name })).max(MAX_MEMBERS),
  }),
  hash: sha256,
  chain: sha256,
}) as unknown as z.ZodType<StoredChange>
