import type { Field } from '../../../shared/forms/field'
import { placesOf, words } from '../../../shared/search/pinyin'
import type { Hit, LibraryForm } from './library'

/** A word of the query in a form; the lower the rank, the more obvious. */
type Found = { readonly rank: number } & (
  | { readonly where: 'name' | 'code'; readonly places: readonly number[] }
  | { readonly where: 'module' }
  | { readonly where: 'label'; readonly label: string }
)

/** Labels are searched as they are written, from two characters on: one character stands on every sheet. */
const LEAST_LABEL = 2

/**
 * The forms of which every word of the query speaks: name, code, module (each as written or in pinyin, in full or by
 * initials), labels on the sheet. The most obvious come first, equals in their given order. No query: all of them.
 */
export function findForms(forms: readonly LibraryForm[], query: string): readonly Hit[] {
  const wanted = words(query)
  return forms
    .flatMap((form, order) => {
      const found = wanted.map((word) => findWord(form, word))
      return found.includes(null) ? [] : [{ form, order, found: found.filter((each) => each !== null) }]
    })
    .map((each) => ({ ...each, rank: Math.max(0, ...each.found.map(({ rank }) => rank)) }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ form, found }) => ({
      form,
      inName: found.flatMap((each) => (each.where === 'name' ? each.places : [])),
      inCode: found.flatMap((each) => (each.where === 'code' ? each.places : [])),
      byModule: found.some(({ where }) => where === 'module'),
      byLabel: found.flatMap((each) => (each.where === 'label' ? [each.label] : [])),
    }))
}

function findWord(form: LibraryForm, word: string): Found | null {
  const { name, code, module } = form.head
  const places = placesOf(name, word)
  if (places) {
    const written = name.toLowerCase().includes(word)
    return { where: 'name', places, rank: (written ? 0 : 2) + (places[0] === 0 ? 0 : 1) }
  }
  const inCode = placesInCode(code, word)
  if (inCode) return { where: 'code', places: inCode, rank: 4 }
  if (placesOf(module, word)) return { where: 'module', rank: 5 }
  if (word.length < LEAST_LABEL) return null
  const label = labelsOf(form).find((each) => each.toLowerCase().includes(word))
  return label === undefined ? null : { where: 'label', label, rank: 6 }
}

/** Part of a code as printed, or short for it: `khts1`, `ts-001` and `ts012` for KHTS-BD-001 and -012. */
function placesInCode(code: string, word: string): readonly number[] | null {
  const at = code.toLowerCase().indexOf(word)
  if (at >= 0) return Array.from(word, (_, i) => at + i)
  const short = /^([a-z]{2,4})-?(?:bd)?-?(\d{1,3})$/.exec(word)
  const parts = /^([A-Z]+)-[A-Z]+-(\d+)$/.exec(code)
  const [, letters = '', digits = ''] = short ?? []
  const [, head = '', number = ''] = parts ?? []
  const start = head.toLowerCase().lastIndexOf(letters)
  if (!short || start < 0 || Number(number) !== Number(digits)) return null
  return [
    ...Array.from(letters, (_, i) => start + i),
    ...Array.from(number, (_, i) => code.length - number.length + i),
  ]
}

/** Labels of fields and of their columns, without the spaces that only spread them in print. */
function labelsOf(form: LibraryForm): readonly string[] {
  const known = labels.get(form)
  if (known) return known
  const { fields } = form.template
  const inside = fields.flatMap(({ type }): readonly Field[] => (type.type === 'rows' ? type.columns : []))
  const found = [...fields, ...inside].map(({ label }) => label.replace(/\s/gu, ''))
  labels.set(form, found)
  return found
}

const labels = new WeakMap<LibraryForm, readonly string[]>()
