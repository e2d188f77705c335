import { z } from 'zod'
import { MEANINGS } from '../forms/meaning'
import type { Block, GridBlock, Piece, Template } from '../forms/template'
import type { Field, FieldType } from '../forms/field'
import { path } from './schema-values'

const text = z.string().max(10_000)
const key = z.string().min(1).max(100)
const small = z.int().min(0).max(10_000)
const names = z.array(text).max(500)

/** Members that a newer program may have added are kept: a template is known by the hash over all of it. */
const plainType = z.discriminatedUnion('type', [
  z.looseObject({ type: z.enum(['text', 'longText', 'phone', 'email', 'idNumber', 'creditCode']) }),
  z.looseObject({ type: z.literal('number'), scale: small, unit: text.exactOptional() }),
  z.looseObject({ type: z.enum(['money', 'percent']) }),
  z.looseObject({ type: z.enum(['date', 'time', 'dateTime', 'month', 'year']) }),
  z.looseObject({ type: z.enum(['choice', 'choices']), options: names }),
  z.looseObject({ type: z.literal('yesNo') }),
  z.looseObject({ type: z.literal('rating'), scale: names }),
  z.looseObject({ type: z.literal('matrix'), items: names, scale: names }),
  z.looseObject({ type: z.literal('serial'), rule: text }),
  z.looseObject({ type: z.enum(['person', 'customer', 'signature', 'seal']) }),
  z.looseObject({
    type: z.literal('computed'),
    expression: text,
    result: z.enum(['number', 'money', 'percent', 'days', 'text']),
    scale: small.exactOptional(),
    unit: text.exactOptional(),
  }),
])

const fieldOf = <T extends z.ZodType<FieldType>>(type: T) =>
  z.looseObject({
    key,
    label: text,
    type,
    required: z.boolean(),
    max: z.int().min(0).max(1_000_000),
    meaning: z.enum(MEANINGS).exactOptional(),
    initial: text.exactOptional(),
  })

/** Rows have no rows inside, so that the nesting has an end. */
const rowsType = z.looseObject({
  type: z.literal('rows'),
  columns: z.array(fieldOf(plainType)).max(200),
  printed: small,
  max: small,
  direction: z.enum(['down', 'across']),
  lanes: small,
  preset: z.looseObject({ column: key, labels: names }).exactOptional(),
})

const field: z.ZodType<Field> = fieldOf(z.union([plainType, rowsType]))

const piece: z.ZodType<Piece> = z.discriminatedUnion('piece', [
  z.looseObject({ piece: z.literal('text'), text }),
  z.looseObject({ piece: z.literal('field'), path, width: z.number().exactOptional() }),
  z.looseObject({ piece: z.literal('option'), path, option: text, bare: z.boolean() }),
  z.looseObject({ piece: z.literal('name'), path }),
])
const pieces = z.array(piece).max(500)
const align = z.enum(['left', 'center', 'right'])

const cell = z.looseObject({
  row: small,
  column: small,
  rowSpan: small,
  columnSpan: small,
  kind: z.enum(['label', 'field', 'blank']),
  lines: z.array(pieces).max(500),
  vertical: z.boolean(),
  diagonal: names.exactOptional(),
  align,
  vAlign: z.enum(['top', 'middle']),
})

const grid: z.ZodType<GridBlock> = z.looseObject({
  block: z.literal('grid'),
  columns: z.array(z.number().min(0).max(100)).max(200),
  rows: z.array(z.looseObject({ height: z.number().min(0).max(1000), head: z.boolean() })).max(1000),
  cells: z.array(cell).max(20_000),
  repeats: z
    .array(z.looseObject({ field: key, direction: z.enum(['down', 'across']), first: small, count: small }))
    .max(100),
})

const block: z.ZodType<Block> = z.union([
  grid,
  z.looseObject({
    block: z.literal('line'),
    place: z.enum(['caption', 'foot']),
    parts: z.array(pieces).max(50),
  }),
  z.looseObject({ block: z.literal('pageBreak') }),
])

export const paper = z.looseObject({
  size: z.enum(['A3', 'A4', 'B5', '16K']),
  orientation: z.enum(['portrait', 'landscape']),
})

export const template: z.ZodType<Template> = z.looseObject({
  format: z.literal(1),
  code: text,
  version: small,
  base: text.exactOptional(),
  name: text,
  title: text,
  module: text,
  kind: z.enum(['record', 'list', 'survey', 'stats']),
  paper,
  pages: small,
  fields: z.array(field).max(1000),
  rules: z
    .array(z.looseObject({ severity: z.enum(['refuse', 'warn']), expression: text, message: text }))
    .max(500),
  body: z.array(block).max(500),
})
