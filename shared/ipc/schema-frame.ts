import { z } from 'zod'
import type { FrameMemory } from './frame'
import { id, name } from './schema-values'

const shown = z.string().max(1000)

const frameMemory: z.ZodType<FrameMemory> = z.strictObject({
  forms: z.int().min(0),
  quick: z.array(z.strictObject({ code: name, name: shown })).max(20),
  isMember: z.boolean(),
  person: shown.nullable(),
  others: z.array(z.strictObject({ id, name: shown })).max(20),
})

export const frameInputs = { 'frame:keep': frameMemory.nullable() }
