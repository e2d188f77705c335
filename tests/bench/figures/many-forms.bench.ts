import { join } from 'node:path'
import { createPdfPool, loadFonts, renderJob } from '../../../node/pdf'
import type { FormSheet } from '../../../shared/ipc/contract'
import { contest, pace } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import { contestRow, type Row } from '../harness/row'
import { writePdf } from '../limits/pdf-writer'
import { rawFonts } from '../limits/raw-font'
import { pdfmakeForm } from '../peers/pdfmake-form'
import { peerPool } from '../peers/worker-pool'
import { DENSE_FORM, fontFiles, FONTS, formOf, manySheets, plainOf } from '../peers/sheets'

const NOW = Date.UTC(2026, 10, 22)
const PDF_WORKER = join(process.cwd(), 'out/main/pdf-worker.cjs')

/** pdfmake takes so many times longer that fewer sheets tell its time just as well. */
const PEER_SHARE = 5

async function measure(context: BenchContext): Promise<readonly Row[]> {
  const count = context.quick ? 100 : 1000
  const sheets = manySheets(formOf(DENSE_FORM), count)
  context.say(`${count} sheets of ${DENSE_FORM}`)
  return [await eachAFile(sheets, context), ...(await merged(sheets, context))]
}

async function eachAFile(sheets: readonly FormSheet[], { quick, programs }: BenchContext): Promise<Row> {
  const plain = sheets.map(plainOf)
  const fewer = plain.slice(0, plain.length / PEER_SHARE)
  const own = createPdfPool({ workerFile: PDF_WORKER, fontsDir: FONTS, size: 2 })
  const peer = peerPool(join(programs, 'pdfmake-worker.mjs'), fontFiles)
  const limit = peerPool(join(programs, 'pdf-writer-worker.mjs'), fontFiles)
  const setAll = async (): Promise<void> => {
    const jobs = sheets.map((sheet) => own.render({ job: 'form', sheets: [sheet] }, NOW))
    if ((await Promise.all(jobs)).some((done) => !done.ok)) throw new Error('a sheet was not set')
  }
  try {
    return await contest({
      id: 'many-forms',
      title: 'filled forms, a file each, two workers: one of them',
      size: sheets.length.toLocaleString('en'),
      unit: 'ms',
      own: { run: setAll, of: sheets.length },
      beside: {
        pdfmake: { run: () => peer.setAll(fewer), of: fewer.length },
        limit: { run: () => limit.setAll(plain), of: plain.length },
      },
      rounds: quick ? 1 : 3,
      warmUp: 1,
      goals: [{ goal: 'times', than: 'pdfmake', most: 1 / 8, rank: 'must' }],
    })
  } finally {
    await Promise.all([own.close(), peer.close(), limit.close()])
  }
}

async function merged(sheets: readonly FormSheet[], { quick }: BenchContext): Promise<readonly Row[]> {
  const loaded = loadFonts(FONTS)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  const raw = rawFonts(fontFiles)
  const plain = sheets.map(plainOf)
  const fewer = plain.slice(0, plain.length / PEER_SHARE)
  const bytes = { own: 0, pdfmake: 0, limit: 0 }
  const time = await contest({
    id: 'merged',
    title: 'filled forms as one file: one of them',
    size: sheets.length.toLocaleString('en'),
    unit: 'ms',
    own: {
      run: async () => {
        const done = await renderJob({ job: 'form', sheets }, loaded.value, NOW)
        if (!done.ok) throw new Error(JSON.stringify(done.error))
        bytes.own = done.value.bytes.length
      },
      of: sheets.length,
    },
    beside: {
      pdfmake: {
        run: async () => {
          bytes.pdfmake = (await pdfmakeForm(fewer, fontFiles)).length
        },
        of: fewer.length,
      },
      limit: {
        run: () => {
          bytes.limit = writePdf(plain, raw).length
        },
        of: plain.length,
      },
    },
    rounds: quick ? 1 : 2,
    warmUp: 1,
    goals: [{ goal: 'times', than: 'pdfmake', most: 1 / 5, rank: 'target' }],
  })
  // The same number of sheets for the sizes: the fonts stand in a file once.
  const few = await renderJob({ job: 'form', sheets: sheets.slice(0, fewer.length) }, loaded.value, NOW)
  if (!few.ok) throw new Error(JSON.stringify(few.error))
  const size = contestRow(
    {
      id: 'merged-size',
      title: 'filled forms as one file: bytes of one of them',
      size: fewer.length.toLocaleString('en'),
      unit: 'B',
      own: [few.value.bytes.length / fewer.length],
      beside: {
        pdfmake: [bytes.pdfmake / fewer.length],
        limit: [writePdf(plain.slice(0, fewer.length), raw).length / fewer.length],
      },
      goals: [{ goal: 'times', than: 'pdfmake', most: 1, rank: 'target' }],
    },
    pace(),
  )
  return [time, size]
}

export const group: Group = { name: 'many-forms', title: '成批打印 / printing in bulk', measure }
