import { emptyValues } from '../forms/values'
import { drawPage, type DrawnCells, type DrawnPage } from './draw-page'
import type { LayoutInput } from './layout-input'
import { overprintPages } from './overprint'
import type { LaidOutForm } from './page'
import { planAgain } from './plan-again'
import { planPages, samePlan, type PagePlan } from './plan-pages'
import { keepBlocks, placedBlocks, type KeptBlocks } from './set-blocks'
import { sheetShape } from './setup'

/**
 * Lays a form out on pages: the one geometry of screen, PDF and `cli grid`. Computed fields must already stand in the
 * values. Never fails: characters that no font has are left out and named in `missing`.
 */
export function layoutForm(input: LayoutInput): LaidOutForm {
  const laid = lay(input).form
  const offset = input.setup?.overprint
  if (!offset || input.mode === 'blank') return laid
  return overprintPages(laid, lay({ ...input, values: emptyValues, mode: 'blank' }).form, offset)
}

/**
 * Lays one open form out again and again, as it is typed into: each answer is what `layoutForm` gives, but cells whose values did
 * not change are neither set nor drawn again, and a page that stays as it was is the very same object as before. Not for 套打.
 */
export function layouter(): (input: Omit<LayoutInput, 'setup'>) => LaidOutForm {
  let kept: Kept | undefined
  const drawn: DrawnCells[] = []
  return (input) => {
    kept = lay(input, kept, drawn)
    return kept.form
  }
}

/** A form as it was laid out last. */
interface Kept {
  readonly input: LayoutInput
  readonly blocks: KeptBlocks
  readonly plans: readonly PagePlan[]
  readonly pages: readonly DrawnPage[]
  readonly form: LaidOutForm
}

/** `drawn`: by the index of the page, since a head is printed on each of them. */
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
    return planBefore && page && samePlan(planBefore, plan)
      ? page
      : drawPage(input, sheet, plan, index, plans.length, drawn && (drawn[index] ??= new WeakMap()))
  })
  const missing = new Set(pages.flatMap((page) => page.missing))
  return {
    input,
    blocks,
    plans,
    pages,
    form: { pages: pages.map(({ page }) => page), missing: [...missing] },
  }
}

/** Whether what stands around the body is the same on every page. */
const hasSameHead = (a: LayoutInput, b: LayoutInput): boolean =>
  a.template === b.template && a.letterhead === b.letterhead && a.stamp === b.stamp && a.setup === b.setup
