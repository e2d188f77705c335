import { z } from 'zod'
import { MOST_PATTERN } from '../print/name-pattern'
import type { PrintRunCalls, PrintRunChoices, RunInto, RunSheet } from './print-run'
import { extraPages, letterhead, printSetup } from './schema-print'
import { template } from './schema-template'
import { formValues } from './schema-values'

/** Sheets that come at once: a window that sends more has forgotten how many it can hold. */
const MOST_IN_BATCH = 100
const MOST_COPIES = 99

const printerName = z.string().min(1).max(1000)
const shortText = z.string().max(300)

const into: z.ZodType<RunInto> = z.discriminatedUnion('into', [
  z.strictObject({ into: z.literal('file'), suggestedName: shortText }),
  z.strictObject({ into: z.literal('folder') }),
  z.strictObject({
    into: z.literal('printer'),
    printer: printerName,
    bothSides: z.boolean(),
  }),
])

const sheet: z.ZodType<RunSheet> = z.strictObject({
  form: z.int().min(0).max(100_000),
  values: formValues,
  mode: z.enum(['blank', 'filled']),
  forPen: z.literal(true).exactOptional(),
  stamp: z.string().max(50).exactOptional(),
  setup: printSetup.exactOptional(),
  extras: extraPages.exactOptional(),
  name: shortText,
})

export const printRunChoices: z.ZodType<PrintRunChoices> = z.strictObject({
  into: z.enum(['file', 'folder', 'printer']),
  pattern: z.string().max(MOST_PATTERN),
  onFront: z.boolean(),
  bothSides: z.boolean(),
  printer: printerName.exactOptional(),
})

/** What comes with the calls of a run of printing. */
export const printRunInputs: { readonly [N in keyof PrintRunCalls]: z.ZodType<PrintRunCalls[N]['in']> } = {
  'printRun:begin': z.strictObject({
    into,
    letterhead,
    title: shortText,
    onFront: z.boolean(),
    copies: z.int().min(1).max(MOST_COPIES),
  }),
  'printRun:add': z.strictObject({
    forms: z.array(template).max(MOST_IN_BATCH),
    sheets: z.array(sheet).max(MOST_IN_BATCH),
  }),
  'printRun:finish': z.null(),
  'printRun:stop': z.null(),
  'printRun:show': z.null(),
  'printRun:printers': z.null(),
}
