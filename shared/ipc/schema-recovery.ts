import { z } from 'zod'
import type { Finding } from './contract'
import type { RecoveryCalls, Told, ToldByWindow, ToldEntry } from './recovery'

const nothing = z.null()
const count = z.int().min(0)
const text = z.string().max(5000)
const file = text

const finding = z.discriminatedUnion('finding', [
  z.object({ finding: z.literal('tornTail'), file, bytes: count, kept: text }),
  z.object({ finding: z.literal('damagedFrames'), file, offset: count, bytes: count, kept: text }),
  z.object({ finding: z.literal('missingChanges'), writer: text, from: count, to: count }),
  z.object({ finding: z.literal('arriving'), writer: text, from: count, to: count }),
  z.object({ finding: z.literal('brokenChain'), file, seq: count }),
  z.object({ finding: z.literal('strangeFile'), file }),
  z.object({ finding: z.literal('newerFolder'), format: count }),
  z.object({ finding: z.literal('newerSegment'), file, format: count }),
  z.object({ finding: z.literal('damagedFile'), file, kept: text }),
  z.object({ finding: z.literal('markRestored'), folder: text }),
  z.object({ finding: z.literal('newWriter'), before: text, writer: text }),
  z.object({ finding: z.literal('mended'), file }),
  z.object({
    finding: z.literal('cloudFolder'),
    path: text,
    place: z.enum([
      'OneDrive',
      'Nutstore',
      'Dropbox',
      'iCloud',
      'Syncthing',
      'BaiduNetdisk',
      'WpsDrive',
      'GoogleDrive',
      'networkDrive',
    ]),
  }),
]) satisfies z.ZodType<Finding>

const toldByWindow: z.ZodType<ToldByWindow> = z.discriminatedUnion('told', [
  z.strictObject({
    told: z.literal('rebuilt'),
    why: z.enum(['missing', 'unreadable', 'damaged', 'ahead', 'upgraded', 'newer']),
  }),
  z.strictObject({ told: z.enum(['caughtUp', 'broughtBack', 'leftAside', 'aside']), count }),
  z.strictObject({ told: z.literal('settingsDamaged'), kept: text }),
  z.strictObject({ told: z.literal('recovered') }),
])

const told: z.ZodType<Told> = z.union([z.strictObject({ told: z.literal('found'), finding }), toldByWindow])

/** What stands in the file of what was told here; an entry of another shape is one of a newer program. */
export const toldEntry: z.ZodType<ToldEntry> = z.object({
  what: told,
  first: count,
  last: count,
  times: count,
})

export const recoveryInputs: { readonly [N in keyof RecoveryCalls]: z.ZodType<RecoveryCalls[N]['in']> } = {
  'recovery:check': nothing,
  'recovery:stop': z.strictObject({ work: z.enum(['check', 'rescue']) }),
  'recovery:rescue': nothing,
  'recovery:show': nothing,
  'recovery:bringBack': nothing,
  'recovery:history': nothing,
  'recovery:tell': z.strictObject({ told: z.array(toldByWindow).max(100) }),
}
