import { formatValue, parseInput } from '../../../shared/forms'
import type { InputProblem } from '../../../shared/forms'
import type { Field, FieldType } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'

/** free: kept letter by letter; name: a person or customer; parsed: understood as a date, number …, or not. */
export type TypingKind = 'free' | 'name' | 'parsed'

const kinds: Readonly<Partial<Record<FieldType['type'], TypingKind>>> = {
  text: 'free',
  longText: 'free',
  phone: 'free',
  email: 'free',
  idNumber: 'free',
  creditCode: 'free',
  person: 'name',
  customer: 'name',
}

export const typingKind = (field: Field): TypingKind => kinds[field.type.type] ?? 'parsed'

/** What stands in the input for a stored value: as it is printed, which typing understands again. */
export function inputText(field: Field, value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string' && typingKind(field) === 'free') return value
  return formatValue(field, value)
}

export type Typed =
  | { readonly typed: 'value'; readonly value: FieldValue | null }
  | { readonly typed: 'problem'; readonly problem: InputProblem }

/** What typed text means while the person is still typing: free text is taken as it stands, spaces included. */
export function whileTyping(field: Field, text: string, today?: string): Typed {
  if (text.trim() === '') return { typed: 'value', value: null }
  switch (typingKind(field)) {
    case 'free':
      return { typed: 'value', value: text }
    case 'name':
      return { typed: 'value', value: { name: text } }
    case 'parsed':
      return onLeaving(field, text, today)
  }
}

/** What it means once the person moves on: trimmed, widths and signs made even. `today`: ISO day, for dates like 1.5. */
export function onLeaving(field: Field, text: string, today?: string): Typed {
  const parsed = parseInput(field, text, today)
  return parsed.ok ? { typed: 'value', value: parsed.value } : { typed: 'problem', problem: parsed.error }
}

export function sameValue(a: FieldValue | null | undefined, b: FieldValue | null | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
