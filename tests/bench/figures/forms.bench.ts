import { catalogue, type CatalogueEntry } from '../../../shared/catalogue'
import { loadFonts, renderJob } from '../../../node/pdf'
import type { FormSheet, PrintJob } from '../../../shared/ipc/contract'
import { setValue } from '../../../shared/forms'
import { longList } from '../../support/long-list'
import { letterhead } from '../../support/print-samples'
import { contest, inTurns, pace, timed } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, type Goal, type Row } from '../harness/row'
import { medianOf } from '../harness/spread'
import { writePdf } from '../limits/pdf-writer'
import { rawFonts } from '../limits/raw-font'
import { pdfmakeForm } from '../peers/pdfmake-form'
import { DENSE_FORM, fontFiles, FONTS, formOf, manySheets, plainOf } from '../peers/sheets'

/** Milliseconds since 1970, for the files' properties. */
const NOW = Date.UTC(2026, 10, 22)
const LIST_FORM = 'SHFW-BD-006'
const LIST_ROWS = 200
/** A quick look takes one of so many forms. */
const QUICK_SHARE = 4

const goals = (limit: number): readonly Goal[] => [
  { goal: 'times', than: 'pdfmake', most: 0.25, rank: 'must' },
  { goal: 'times', than: 'limit', most: limit, rank: 'aim' },
]

/**
 * Sheets set and painted by the product with fonts that are open, by stock pdfmake, and by hand. Each call sets another one, so that
 * what is remembered of a form counts, as in a running program, but nothing that was filled in.
 */
function contenders() {
  const loaded = loadFonts(FONTS)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  const raw = rawFonts(fontFiles)
  return (sheets: readonly FormSheet[]) => {
    const [jobs, forPeer, forLimit] = [
      inTurn(sheets.map((sheet): PrintJob => ({ job: 'form', sheets: [sheet] }))),
      inTurn(sheets.map(plainOf)),
      inTurn(sheets.map(plainOf)),
    ]
    return {
      own: async () => {
        const done = await renderJob(jobs(), loaded.value, NOW)
        if (!done.ok) throw new Error(JSON.stringify(done.error))
      },
      beside: {
        pdfmake: () => pdfmakeForm([forPeer()], fontFiles),
        limit: () => writePdf([forLimit()], raw),
      },
    }
  }
}

/** One after the other, from the first again when all have been. */
function inTurn<T>(things: readonly T[]): () => T {
  let turn = 0
  return () => {
    const thing = things[turn++ % things.length]
    if (thing === undefined) throw new Error('nothing to take')
    return thing
  }
}

async function measure({ quick, say }: BenchContext): Promise<readonly Row[]> {
  const sheetOf = contenders()
  const one = await contest({
    id: 'form',
    title: `one filled form, warm: ${formOf(DENSE_FORM).head.name}`,
    unit: 'ms',
    ...sheetOf(manySheets(formOf(DENSE_FORM), 45)),
    rounds: quick ? 10 : 30,
    warmUp: 15,
    goals: goals(2.5),
  })
  say('every form of the books')
  const { template } = formOf(LIST_FORM)
  const values = longList(template, LIST_ROWS)
  const lists = Array.from({ length: 20 }, (_, at) => ({
    template,
    values: setValue(values, ['items', 'row0', 'product'], `示例${at}号产品`),
    letterhead,
    mode: 'filled' as const,
  }))
  return [
    one,
    await everyForm(
      catalogue.filter((_, at) => !quick || at % QUICK_SHARE === 0),
      sheetOf,
      quick ? 1 : 3,
    ),
    await contest({
      id: 'list-form',
      title: `a list form with ${LIST_ROWS} rows: ${template.name}`,
      unit: 'ms',
      ...sheetOf(lists),
      rounds: quick ? 5 : 12,
      warmUp: 8,
      goals: goals(3).map((goal) => (goal.rank === 'must' ? { ...goal, rank: 'target' } : goal)),
    }),
  ]
}

/** The median of each form over the rounds, all forms together; their ratios are compared form by form. */
async function everyForm(
  forms: readonly CatalogueEntry[],
  sheetOf: ReturnType<typeof contenders>,
  rounds: number,
): Promise<Row> {
  const medians = { own: [] as number[], pdfmake: [] as number[], limit: [] as number[] }
  for (const form of forms) {
    const { own, beside } = sheetOf(manySheets(form, rounds + 1))
    const works = { own: timed(own), pdfmake: timed(beside.pdfmake), limit: timed(beside.limit) }
    const samples = await inTurns(works, rounds)
    for (const name of ['own', 'pdfmake', 'limit'] as const) medians[name].push(medianOf(samples[name]))
  }
  const { own, ...beside } = medians
  const row = {
    id: 'every-form',
    title: 'one filled form, warm: the median of all',
    size: `${forms.length} forms`,
    unit: 'ms',
  } as const
  return contestRow({ ...row, own, beside, goals: goals(2.5) }, pace())
}

export const group: Group = { name: 'forms', title: '一份表单的 PDF / a form as a PDF', measure }
