import { z } from 'zod'
import { err, ok, type Result } from '../kernel/result'
import type { CallName, Calls, Draft, LocalSettings, RegisterLayout } from './contract'
import { attachmentInputs } from './schema-attachments'
import { newChange, storedChange } from './schema-change'
import { frameInputs } from './schema-frame'
import { importColumns, importInputs, importNote } from './schema-import'
import { formSheets, listSheet, printJob, printSetup } from './schema-print'
import { printRunChoices, printRunInputs } from './schema-print-run'
import { safetyInputs } from './schema-safety'
import { recoveryInputs } from './schema-recovery'
import { template } from './schema-template'
import { teamInputs } from './schema-team'
import { count, dotsByPath, formValues, id, name, sha256 } from './schema-values'

/** A draft's id becomes a file name. */
const draftId = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,99}$/)
/** A path of this computer: absolute or a name; what stands there is checked where it is used. */
const filePath = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]*$/)
/** What a person reads in a dialog's head, or a suggested file name. */
const shortText = z.string().max(300)
/** A PIN is 4 to 12 digits. */
const pin = z.string().regex(/^\d{4,12}$/)
const keptPin = z.string().min(1).max(500)
const nothing = z.null()
/** What only a working copy has: written back into the journal, or set aside. */
const storedChanges = z.array(storedChange).max(20_000)

const draft: z.ZodType<Draft> = z.strictObject({
  id: draftId,
  templateHash: sha256,
  templateCode: name,
  record: id.exactOptional(),
  copyOf: z.string().max(200).exactOptional(),
  from: id.exactOptional(),
  values: formValues,
  base: formValues.exactOptional(),
  seen: dotsByPath,
  master: z.strictObject({ id, seen: dotsByPath, shown: formValues.exactOptional() }).exactOptional(),
  savedAt: z.number().min(0),
  person: id.exactOptional(),
})

const registerLayout: z.ZodType<RegisterLayout> = z.strictObject({
  columns: z.array(name).max(1000).exactOptional(),
  widths: z.record(name, z.number().min(20).max(2000)).exactOptional(),
})

export const localSettings: z.ZodType<LocalSettings> = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  zoom: z.number().min(0.1).max(10),
  person: id.exactOptional(),
  recentPeople: z.array(id).max(1000).exactOptional(),
  idleLock: z.literal([5, 10, 15, 30, 60]).exactOptional(),
  ownWriters: z.array(id).max(1000).exactOptional(),
  arrivedSeen: z.record(id, z.record(id, count)).exactOptional(),
  backupFolder: filePath.nullable().exactOptional(),
  tour: z.union([z.int().min(0).max(99), z.literal('done')]).exactOptional(),
  copies: z.int().min(1).max(999),
  favourites: z.array(name).max(1000),
  recents: z.array(name).max(1000),
  recentCustomers: z.array(id).max(1000).exactOptional(),
  formsView: z.enum(['cards', 'list']).exactOptional(),
  registers: z.record(name, registerLayout).exactOptional(),
  importColumns: z.record(name, importColumns).exactOptional(),
  recentImports: z.array(importNote).max(100).exactOptional(),
  printSetups: z.record(name, printSetup).exactOptional(),
  printRun: printRunChoices.exactOptional(),
})

/** The parser of each call's input: what arrives is `unknown` until it has been read here. */
const inputs: { readonly [N in CallName]: z.ZodType<Calls[N]['in']> } = {
  'app:start': nothing,
  'app:quit': nothing,
  'app:report': z.strictObject({ message: z.string().max(10_000), detail: z.string().max(100_000) }),
  'journal:read': z.strictObject({ writer: id, after: count, limit: z.int().min(1).max(100_000) }),
  'journal:ends': nothing,
  'journal:check': nothing,
  'journal:append': z.strictObject({
    changes: z.array(newChange).min(1).max(20_000),
    held: z.strictObject({ id: draftId, savedAt: z.array(z.number()).max(1000) }).exactOptional(),
  }),
  'journal:restore': z.strictObject({ changes: storedChanges }),
  'journal:setAside': z.strictObject({ changes: storedChanges.min(1) }),
  'journal:fork': nothing,
  'storage:renew': nothing,
  'template:keep': z.strictObject({ template }),
  'template:all': nothing,
  'draft:put': draft,
  'draft:list': nothing,
  'draft:remove': z.strictObject({ id: draftId }),
  'settings:get': nothing,
  'settings:put': localSettings,
  'pin:make': z.strictObject({ pin }),
  'pin:check': z.strictObject({ kept: keptPin, pin }),
  'pdf:bytes': printJob,
  'pdf:save': z.strictObject({ job: printJob, suggestedName: shortText }),
  'pdf:print': z.strictObject({ job: printJob, copies: z.int().min(1).max(999) }),
  'excel:save': z.strictObject({ sheets: formSheets, suggestedName: shortText }),
  'excel:saveList': z.strictObject({ list: listSheet, suggestedName: shortText }),
  'folder:choose': z.strictObject({ title: shortText }),
  'folder:use': z.strictObject({ path: filePath }),
  'folder:useDefault': nothing,
  'folder:show': nothing,
  'demo:open': nothing,
  'demo:renew': nothing,
  'demo:leave': nothing,
  'logo:choose': nothing,
  'calendar:choose': nothing,
  'calendar:save': z.strictObject({ text: z.string().max(1_000_000), suggestedName: shortText }),
  ...attachmentInputs,
  ...printRunInputs,
  ...frameInputs,
  ...importInputs,
  ...safetyInputs,
  ...recoveryInputs,
  ...teamInputs,
}

/** Reads what came over the border for one call. The error names the places that are wrong, for the log file. */
export function parseCall<N extends CallName>(call: N, input: unknown): Result<Calls[N]['in'], string> {
  const read = inputs[call].safeParse(input)
  return read.success ? ok(read.data) : err(z.prettifyError(read.error).slice(0, 2000))
}
