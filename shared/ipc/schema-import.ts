import { z } from 'zod'
import { MOST_IN_HEAD, type RememberedMapping } from '../import/mapping'
import type { ImportCalls, ImportNote } from './import'
import { count, id, name } from './schema-values'

/** Bytes of a dropped file: a little more than the reader takes, so that it can say what is too large. */
const MOST_BYTES = 80_000_000
/** UTF-16 units of the changes that are written at once. */
const MOST_CHANGES = 60_000_000
/** UTF-16 units of a CSV file. */
const MOST_CSV = 200_000_000

/** What comes with the calls about tables. */
export const importInputs: { readonly [N in keyof ImportCalls]: z.ZodType<ImportCalls[N]['in']> } = {
  'import:choose': z.null(),
  'import:read': z.strictObject({
    name: z.string().max(300),
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_BYTES),
  }),
  'import:rows': z.strictObject({ sheet: count, after: count }),
  'import:stop': z.null(),
  'import:append': z.strictObject({ changes: z.string().max(MOST_CHANGES) }),
  'csv:save': z.strictObject({ text: z.string().max(MOST_CSV), suggestedName: z.string().max(300) }),
}

export const importColumns: z.ZodType<RememberedMapping> = z.record(
  z.string().max(MOST_IN_HEAD),
  name.nullable(),
)

export const importNote: z.ZodType<ImportNote> = z.strictObject({
  batch: id,
  at: z.number().min(0),
  target: name,
  file: z.string().max(300),
  place: z.strictObject({ writer: id, first: count, last: count }),
  written: count,
  undone: z.literal(true).exactOptional(),
})
