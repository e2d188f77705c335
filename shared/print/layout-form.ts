import { emptyValues } from '../forms/values'
import { drawPage, pageWhenSeen, type DrawnCells, type DrawnPage } from './draw-page'
import type { LayoutInput } from './layout-input'
import { overprintPages } from './overprint'
import type { LaidOutForm } from './page'
import { placesOn, type PagePlaces } from './page-places'
import { planAgain } from './plan-again'
import { planPages, samePlan, type PagePlan } from './plan-pages'
import { keepBlocks, placedBlocks, type KeptBlocks } from './set-blocks'
import { sheetShape } from './setup'

/**
 * Lays a form out on pages: the one geometry of screen, PDF and `cli grid`. Computed fields must already stand in the
 * values. Never fails: characters that no font has are left out and named in `missing`.
 */
export function layoutForm(input: LayoutInput): LaidOutForm {
  const laid = formOf(lay(input).pages)
  const offset = input.setup?.overprint
  if (!offset || input.mode === 'blank') return laid
  const blank = formOf(lay({ ...input, values: emptyValues, mode: 'blank' }).pages)
  return overprintPages(laid, blank, offset)
}

/** An open form: its pages are drawn when somebody looks at them, what is filled in on them is known at once. */
export interface OpenForm extends LaidOutForm {
  /** Page by page. */
  readonly places: readonly PagePlaces[]
}

/**
 * Lays one open form out again and again, as it is typed into: each answer is what `layoutForm` gives, but cells whose values did
 * not change are neither set nor drawn again, and a page that stays as it was is the very same object as before. Not for 套打.
 */
export function layouter(): (input: Omit<LayoutInput, 'setup'>) => OpenForm {
  let kept: (Kept & { readonly places: readonly PagePlaces[] }) | undefined
  const drawn: DrawnCells[] = []
  return (input) => {
    const before = kept
    const laid = lay(input, before, drawn)
    const { pages, plans } = laid
    const places = plans.map((plan, index) => {
      const same = pages[index] === before?.pages[index]
      return (same ? before?.places[index] : undefined) ?? placesOn(plan)
    })
    kept = { ...laid, places }
    return {
      pages: pages.map(({ page }) => page),
      get missing() {
        return missingOn(pages)
      },
      places,
    }
  }
}

/** A form as it was laid out last. */
interface Kept {
  readonly input: LayoutInput
  readonly blocks: KeptBlocks
  readonly plans: readonly PagePlan[]
  readonly pages: readonly DrawnPage[]
}

/** `drawn`, of an open form: by the index of the page, since a head is printed on each of them. */
function lay(input: LayoutInput, kept?: Kept, drawn?: DrawnCells[]): Kept {
  const sheet = sheetShape(input.template, input.setup)
  const blocks = keepBlocks(input, sheet, kept?.blocks)
  const samePaper = kept?.input.template === input.template && kept.input.setup === input.setup
  const plans =
    (samePaper ? planAgain(kept.plans, kept.blocks, blocks) : null) ??
    planPages(placedBlocks(blocks, sheet), sheet.shape)
  const before = kept?.plans.length === plans.length && hasSameHead(input, kept.input) ? kept : undefined
  const pages = plans.map((plan, index) => {
    const [planBefore, page] = [before?.plans[index], before?.pages[index]]
    if (planBefore && page && samePlan(planBefore, plan)) return page
    if (!drawn) return drawPage(input, sheet, plan, index, plans.length)
    return pageWhenSeen(input, sheet, plan, index, plans.length, (drawn[index] ??= new WeakMap()))
  })
  return { input, blocks, plans, pages }
}

const formOf = (pages: readonly DrawnPage[]): LaidOutForm => ({
  pages: pages.map(({ page }) => page),
  missing: missingOn(pages),
})

const missingOn = (pages: readonly DrawnPage[]): readonly string[] => [
  ...new Set(pages.flatMap(({ missing }) => missing)),
]

/** Whether what stands around the body is the same on every page. */
const hasSameHead = (a: LayoutInput, b: LayoutInput): boolean =>
  a.template === b.template && a.letterhead === b.letterhead && a.stamp === b.stamp && a.setup === b.setup
