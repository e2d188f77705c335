import { z } from 'zod'
import type { Letterhead } from '../print/layout-input'
import { MOST_EXTRA_PAGES, type ExtraPage } from '../print/extra-page'
import { MOST_IN_CELL, type ListSheet } from '../print/excel/list-sheet'
import type { PrintJob } from './contract'
import { BINDING_LIMITS, MARGIN_LIMITS, OFFSET_LIMIT, type PrintSetup } from '../print/setup'
import { paper, template } from './schema-template'
import { formValues, MAX_TEXT } from './schema-values'

const text = z.string().max(20_000)

/** The only pictures that may be drawn: PNG and JPEG inside the message itself, never an address. */
const picture = z
  .string()
  .max(MAX_TEXT)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]*={0,2}$/)
const pixels = z.number().min(1).max(20_000)

export const letterhead: z.ZodType<Letterhead> = z.strictObject({
  firm: text,
  department: text.exactOptional(),
  logo: z.strictObject({ source: picture, width: pixels, height: pixels }).exactOptional(),
})

const margin = z.number().min(MARGIN_LIMITS.least).max(MARGIN_LIMITS.most)
const offset = z.number().min(-OFFSET_LIMIT).max(OFFSET_LIMIT)

export const printSetup: z.ZodType<PrintSetup> = z.strictObject({
  paper: paper.exactOptional(),
  margins: z.strictObject({ top: margin, right: margin, bottom: margin, left: margin }).exactOptional(),
  binding: z.number().min(BINDING_LIMITS.least).max(BINDING_LIMITS.most).exactOptional(),
  letterhead: z.boolean().exactOptional(),
  larger: z.literal([1, 2]).exactOptional(),
  overprint: z.strictObject({ right: offset, down: offset }).exactOptional(),
})

const sheet = z.strictObject({
  template,
  values: formValues,
  letterhead,
  mode: z.enum(['blank', 'filled']),
  forPen: z.literal(true).exactOptional(),
  stamp: z.string().max(50).exactOptional(),
  copies: z.int().min(1).max(999).exactOptional(),
  setup: printSetup.exactOptional(),
})

export const formSheets = z.array(sheet).min(1).max(2000)

/** A picture of its own for the paper: PNG or JPEG by its first bytes, at most 20 MB. */
const pictureBytes = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length <= 20_000_000)
  .refine(([a, b, c]) => (a === 0xff && b === 0xd8 && c === 0xff) || (a === 0x89 && b === 0x50 && c === 0x4e))

const extraPage: z.ZodType<ExtraPage> = z.discriminatedUnion('page', [
  z.strictObject({
    page: z.literal('picture'),
    bytes: pictureBytes,
    width: pixels,
    height: pixels,
    caption: z.string().max(1000),
  }),
  z.strictObject({
    page: z.literal('note'),
    title: z.string().max(200),
    lines: z.array(z.string().max(1000)).max(10_000),
  }),
])

export const extraPages = z.array(extraPage).max(MOST_EXTRA_PAGES)

const column = z.strictObject({
  label: text,
  align: z.enum(['left', 'right', 'center']),
  weight: z.number().min(0).max(10_000),
})

export const printJob: z.ZodType<PrintJob> = z.discriminatedUnion('job', [
  z.strictObject({
    job: z.literal('form'),
    sheets: formSheets,
    extras: extraPages.exactOptional(),
  }),
  z.strictObject({
    job: z.literal('register'),
    register: z.strictObject({
      title: text,
      letterhead,
      columns: z.array(column).min(1).max(100),
      rows: z.array(z.array(text).max(100)).max(200_000),
      footnote: text,
    }),
  }),
])

/** No more lines than Excel's sheets have. */
export const listSheet: z.ZodType<ListSheet> = z.strictObject({
  name: text,
  columns: z
    .array(z.strictObject({ label: text, width: z.number().min(1).max(255), format: z.string().max(200) }))
    .min(1)
    .max(500),
  rows: z
    .array(z.array(z.union([z.string().max(MOST_IN_CELL), z.number(), z.null()])).max(500))
    .max(1_000_000),
})
