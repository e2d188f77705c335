import { catalogue, type CatalogueEntry } from '../../../shared/catalogue'
import { loadFonts, renderJob } from '../../../node/pdf'
import type { FormSheet, PrintJob } from '../../../shared/ipc/contract'
import { longList } from '../../support/long-list'
import { letterhead } from '../../support/print-samples'
import { contest, inTurns, pace, timed } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, type Goal, type Row } from '../harness/row'
import { medianOf } from '../harness/spread'
import { writePdf } from '../limits/pdf-writer'
import { rawFonts } from '../limits/raw-font'
import { pdfmakeForm } from '../peers/pdfmake-form'
import { DENSE_FORM, filledSheet, fontFiles, FONTS, formOf, plainOf } from '../peers/sheets'

/** Milliseconds since 1970, for the files' properties. */
const NOW = Date.UTC(2026, 10, 22)
const LIST_FORM = 'SHFW-BD-006'
const LIST_ROWS = 200

const goals = (limit: number): readonly Goal[] => [
  { goal: 'times', than: 'pdfmake', most: 0.25, rank: 'must' },
  { goal: 'times', than: 'limit', most: limit, rank: 'aim' },
]

/** A sheet set and painted by the product with fonts that are open, by stock pdfmake, and by hand. */
function contenders() {
  const loaded = loadFonts(FONTS)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  const raw = rawFonts(fontFiles)
  return (sheet: FormSheet) => {
    const job: PrintJob = { job: 'form', sheets: [sheet] }
    const plain = plainOf(sheet)
    return {
      own: async () => {
        const done = await renderJob(job, loaded.value, NOW)
        if (!done.ok) throw new Error(JSON.stringify(done.error))
      },
      beside: {
        pdfmake: () => pdfmakeForm([plain], fontFiles),
        limit: () => writePdf([plain], raw),
      },
    }
  }
}

async function measure({ quick, say }: BenchContext): Promise<readonly Row[]> {
  const sheetOf = contenders()
  const one = await contest({
    id: 'form',
    title: `one filled form, warm: ${formOf(DENSE_FORM).head.name}`,
    unit: 'ms',
    ...sheetOf(filledSheet(formOf(DENSE_FORM))),
    rounds: quick ? 10 : 30,
    warmUp: quick ? 5 : 15,
    goals: goals(2.5),
  })
  say('every form of the books')
  const { template } = formOf(LIST_FORM)
  const list = { template, values: longList(template, LIST_ROWS), letterhead, mode: 'filled' } as const
  return [
    one,
    await everyForm(catalogue, sheetOf, quick ? 1 : 3),
    await contest({
      id: 'list-form',
      title: `a list form with ${LIST_ROWS} rows: ${template.name}`,
      unit: 'ms',
      ...sheetOf(list),
      rounds: quick ? 3 : 10,
      warmUp: 3,
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
    const { own, beside } = sheetOf(filledSheet(form))
    const works = { own: timed(own), pdfmake: timed(beside.pdfmake), limit: timed(beside.limit) }
    const samples = await inTurns(works, rounds)
    for (const name of ['own', 'pdfmake', 'limit'] as const) medians[name].push(medianOf(samples[name]))
  }
  const { own, ...beside } = medians
  const row = {
    id: 'every-form',
    title: `one filled form, warm: the median of all ${forms.length}`,
    unit: 'ms',
  } as const
  return contestRow({ ...row, own, beside, goals: goals(2.5) }, pace())
}

export const group: Group = { name: 'forms', title: '一份表单的 PDF / a form as a PDF', measure }
