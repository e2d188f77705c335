import { formatValue, optionsOf, YES_NO } from '../../../shared/forms'
import type { Field } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import type { SampleForm, SampleValue } from './sample-form'
import type { Zhike } from './zhike'

/** How a person goes from field to field. */
export type Hand = 'Enter' | 'Tab' | 'mouse'

/** The place on the sheet that has the focus. */
interface FocusedPlace {
  readonly key: string
  readonly shown: string
  /** Null for a text. */
  readonly ticked: readonly string[] | null
}

/** Fills the whole sheet with the sample; what a new record has of its own and the sample has not is emptied. */
export async function fillSheet(zhike: Zhike, form: SampleForm, hand: Hand): Promise<void> {
  if (hand === 'mouse') await fillByMouse(zhike, form)
  else await fillByKeyboard(zhike, form, hand)
}

async function fillByKeyboard(zhike: Zhike, form: SampleForm, hand: 'Enter' | 'Tab'): Promise<void> {
  await zhike.toFirstField()
  const reached = new Set<string>()
  for (let place = await focusedPlace(zhike); place; place = await focusedPlace(zhike)) {
    const { key } = place
    if (reached.has(key)) throw new Error(`${hand} leads to ${key} again`)
    reached.add(key)
    const movedOn = await fillFocused(zhike, place, form.typed.get(key), hand)
    if (!movedOn || (await zhike.focusedStop()) === key) await zhike.press(hand)
  }
  const missed = [...form.typed.keys()].filter((key) => !reached.has(key))
  if (missed.length > 0) throw new Error(`${hand} never reaches ${missed.join()}`)
}

async function fillByMouse(zhike: Zhike, form: SampleForm): Promise<void> {
  const { page } = zhike
  const own = (await zhike.stops()).filter(({ key, shown }) => shown.length > 0 && !form.typed.has(key))
  for (const { key } of own) {
    await page.locator(`[data-stop=${JSON.stringify(key)}]`).click()
    await zhike.press('Control+a', 'Delete')
  }
  for (const [key, wanted] of form.typed) {
    const stop = page.locator(`[data-stop=${JSON.stringify(key)}]`)
    if ((await stop.getAttribute('role')) === null) {
      await stop.click()
      const place = await focusedPlace(zhike)
      if (place?.key !== key) throw new Error(`a click on ${key} leads to ${String(place?.key)}`)
      await fillFocused(zhike, place, wanted, 'mouse')
      // Takes the list of names away, which may lie over the next field.
      const { type } = wanted.field.type
      if (type === 'person' || type === 'customer') await zhike.press('Enter')
    } else {
      for (const option of optionsIn(wanted.value)) {
        const box = stop.locator(`[aria-label=${JSON.stringify(option)}]`)
        if ((await box.getAttribute('aria-checked')) !== 'true') await box.click()
      }
    }
  }
}

/** Whether the place may have moved the focus on by itself. */
async function fillFocused(
  zhike: Zhike,
  place: FocusedPlace,
  wanted: SampleValue | undefined,
  hand: Hand,
): Promise<boolean> {
  if (place.ticked) return tick(zhike, place.ticked, wanted)
  const text = wanted ? asTyped(wanted.field, wanted.value, hand) : ''
  if (place.shown !== '') await zhike.press('Control+a', ...(text === '' ? ['Delete'] : []))
  if (text !== '') await zhike.page.keyboard.insertText(text)
  return false
}

async function tick(
  zhike: Zhike,
  ticked: readonly string[],
  wanted: SampleValue | undefined,
): Promise<boolean> {
  const options = wanted ? optionsIn(wanted.value) : []
  if (!wanted || options.length === 0) {
    if (ticked.length > 0) await zhike.press('Delete')
    return false
  }
  const { type } = wanted.field
  const many = type.type === 'choices'
  const changed = [...options, ...ticked].filter((option) => {
    const isWanted = options.includes(option)
    return isWanted !== ticked.includes(option) && (isWanted || many)
  })
  for (const option of changed) await pressOption(zhike, optionsOf(type), option)
  return type.type === 'rating' || type.type === 'matrix'
}

/** By its digit; from the eleventh on there is none, so by the arrows and the space bar. */
async function pressOption(zhike: Zhike, options: readonly string[], option: string): Promise<void> {
  const at = options.indexOf(option)
  if (at < 10) {
    await zhike.press(String((at + 1) % 10))
    return
  }
  const focused = () => zhike.focused.getAttribute('aria-label')
  for (let step = 0; (await focused()) !== option; step += 1) {
    if (step > options.length) throw new Error(`the arrows do not reach ${option}`)
    await zhike.press('ArrowRight')
  }
  await zhike.press('Space')
}

/** The boxes that are ticked for a value. */
export function optionsIn(value: FieldValue): readonly string[] {
  if (typeof value === 'boolean') return [YES_NO[value ? 0 : 1]]
  if (typeof value === 'string') return [value]
  return 'name' in value ? [] : value
}

/** As people type it: days without signs, with points or with hyphens, amounts with separators, rates with %. */
function asTyped(field: Field, value: FieldValue, hand: Hand): string {
  if (typeof value !== 'string') {
    return typeof value === 'boolean' ? (optionsIn(value)[0] ?? '') : formatValue(field, value)
  }
  const { type } = field.type
  if (type === 'date' || type === 'month') return value.replaceAll('-', betweenDigits[hand])
  if (type === 'dateTime') return value.replace('T', ' ')
  if (type === 'time' && hand === 'Enter') return value.replace(':', '')
  if (type === 'money' && hand === 'Tab') return formatValue(field, value)
  return type === 'percent' && hand === 'Tab' ? `${value}%` : value
}

const betweenDigits: Readonly<Record<Hand, string>> = { Enter: '', Tab: '.', mouse: '-' }

function focusedPlace(zhike: Zhike): Promise<FocusedPlace | null> {
  return zhike.page.evaluate(() => {
    const stop = document.activeElement?.closest('[data-stop]')
    if (!stop) return null
    const key = stop.getAttribute('data-stop') ?? ''
    if (stop instanceof HTMLTextAreaElement) return { key, shown: stop.value, ticked: null }
    const boxes = [...stop.querySelectorAll('[aria-checked=true]')]
    return { key, shown: '', ticked: boxes.map((box) => box.getAttribute('aria-label') ?? '') }
  })
}
