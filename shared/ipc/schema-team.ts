import { z } from 'zod'

/** Ids and letters of a team; the places and names are checked where they are used. */
const device = z.string().regex(/^[0-9a-f]{16}$/)
const letter = z.string().regex(/^[A-Z]{1,3}$/)
const path = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]*$/)
const shortName = z.string().trim().min(1).max(60)
const passphrase = z.string().min(1).max(1000).nullable()
const recoveryCode = z.string().min(1).max(500)
const nothing = z.null()

/** Parsers of the inputs of all calls about the team folder. */
export const teamInputs = {
  'team:status': nothing,
  'team:look': z.strictObject({ path }),
  'team:opens': z.strictObject({ path, passphrase: z.string().max(1000) }),
  'team:found': z.strictObject({ path, name: shortName, computer: shortName, passphrase }),
  'team:join': z.strictObject({
    path,
    computer: shortName,
    person: z.string().max(60),
    passphrase,
    data: path,
    bring: z.boolean(),
  }),
  'team:suggestData': z.strictObject({ name: z.string().max(200) }),
  'team:admit': z.strictObject({ device, letter, name: shortName }),
  'team:remove': z.strictObject({ device }),
  'team:leave': nothing,
  'team:move': z.strictObject({ path }),
  'team:syncNow': nothing,
  'team:recoveryCode': nothing,
  'team:takeOver': z.strictObject({ recoveryCode }),
  'team:refill': nothing,
  'team:rename': z.strictObject({ computer: shortName }),
  'team:person': z.strictObject({ name: z.string().max(60) }),
}
