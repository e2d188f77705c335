import { z } from 'zod'
import type { Calls } from './contract'
import type { RestoreCalls } from './restore'
import type { SafetyCalls } from './safety'

const nothing = z.null()
/** A path of this computer: whether it was chosen or offered in this run is checked where it is used. */
const filePath = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]*$/)
const passphrase = z.string().min(1).max(200)
/** Characters that a new passphrase has at least. */
const newPassphrase = passphrase.refine((text) => Array.from(text.trim()).length >= 8)

export const safetyInputs: {
  readonly [N in keyof SafetyCalls | keyof RestoreCalls]: z.ZodType<Calls[N]['in']>
} = {
  'safety:status': nothing,
  'safety:backUpNow': nothing,
  'safety:setPassphrase': z.strictObject({ passphrase: newPassphrase }),
  'safety:dropPassphrase': nothing,
  'safety:checkPassphrase': z.strictObject({ passphrase }),
  'backup:make': nothing,
  'move:make': nothing,
  'move:stay': nothing,
  'restore:list': nothing,
  'restore:choose': nothing,
  'restore:look': z.strictObject({ archive: filePath, passphrase: passphrase.nullable() }),
  'restore:place': nothing,
  'restore:go': z.strictObject({ archive: filePath, target: filePath }),
  'restore:cancel': z.strictObject({ work: z.enum(['backup', 'restore']) }),
}
