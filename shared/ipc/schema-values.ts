import { z } from 'zod'
import type { Path } from '../forms/field'
import type { FieldValue, FormValues, PersonRef } from '../forms/values'

/** Longest text of one value, in UTF-16 units: a firm's logo as a data URL is the longest there is. */
export const MAX_TEXT = 3_000_000
/** Most rows of one 明细 and most members of any map. */
export const MAX_MEMBERS = 20_000

/** A name: of a field, an item, a row, a person, a writer. */
export const name = z.string().max(500)
export const id = z.string().min(1).max(100)
/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** `writer:seq:hash`. */
export const dot = z.string().min(1).max(200)
export const count = z.int().min(0)

export const path: z.ZodType<Path> = z.array(name).min(1).max(3)

export const personRef: z.ZodType<PersonRef> = z.strictObject({ id: id.exactOptional(), name })

export const fieldValue: z.ZodType<FieldValue> = z.union([
  z.string().max(MAX_TEXT),
  z.boolean(),
  z.array(name).max(1000),
  personRef,
])

const map = <T extends z.ZodType>(value: T) =>
  z.record(name, value).refine((members) => Object.keys(members).length <= MAX_MEMBERS, 'too many members')

export const formValues: z.ZodType<FormValues> = z.strictObject({
  fields: map(fieldValue),
  matrices: map(map(z.string().max(MAX_TEXT))),
  rows: map(z.array(z.strictObject({ id, cells: map(fieldValue) })).max(MAX_MEMBERS)),
})

/** Dots under each register, by path key. */
export const dotsByPath = map(z.array(dot).max(1000))
