import { blankText, formatValue, getValue } from '../forms'
import type { Field, FieldType, Path } from '../forms/field'
import { findField } from '../forms/field-types'
import type { Template } from '../forms/template'
import type { FormValues } from '../forms/values'
import { isEmptyValue } from '../forms/values/access'
import { cleanText } from './clean'
import type { Slot } from './page'

/** What the setting of one sheet needs to know. */
export interface SheetContext {
  readonly template: Template
  readonly values: FormValues
  readonly mode: 'blank' | 'filled'
  /** What is not filled in is drawn for the pen, as on a blank sheet. */
  readonly forPen?: boolean
  /** Draw one more empty row where all are used. */
  readonly spareRow: boolean
  /** Drawn row heights are multiplied by this: 1, unless the sheet is printed on other paper than its own. */
  readonly rowScale: number
}

/** What is printed where a field stands. */
export interface FieldText {
  readonly field: Field | undefined
  /** As printed; '' when nothing is. Line ends are `\n`. */
  readonly text: string
  readonly role: 'label' | 'value'
  /** How it is filled in; null for what the template does not know. */
  readonly slot: Slot['kind'] | null
  readonly multiline: boolean
}

const nothing: FieldText = { field: undefined, text: '', role: 'label', slot: null, multiline: false }

export function fieldText(sheet: SheetContext, path: Path): FieldText {
  const field = findField(sheet.template, path)
  if (!field) return nothing
  const slot = slotKind(field)
  const multiline = field.type.type === 'longText'
  const value = getValue(sheet.values, path)
  const isBlank = sheet.mode === 'blank' || (sheet.forPen === true && isEmptyValue(value))
  if (isBlank || slot === 'ink') {
    return { field, text: isBlank ? blankText(field) : '', role: 'label', slot, multiline }
  }
  const text = cleanText(formatValue(field, value))
  return { field, text, role: 'value', slot, multiline }
}

const SLOT_KINDS: Partial<Record<FieldType['type'], Slot['kind']>> = {
  serial: 'computed',
  computed: 'computed',
  signature: 'ink',
  seal: 'ink',
  choice: 'ticks',
  choices: 'ticks',
  yesNo: 'ticks',
  rating: 'ticks',
  matrix: 'ticks',
}

const slotKind = (field: Field): Slot['kind'] => SLOT_KINDS[field.type.type] ?? 'text'
