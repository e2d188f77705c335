import type { PdfResult, RegisterPrint } from '../../shared/ipc/contract'
import { registerDocument } from '../../shared/print'
import type { Face } from '../../shared/print/page'
import { finishDocument } from './collect'
import type { PdfFonts } from './fonts'
import { PdfPrinter } from './pdfmake'
import { documentInfo } from './new-document'

const FACES: readonly Face[] = ['serif', 'serifBold', 'sans', 'rare']

/** Sets a register with pdfmake, which flows and pages it. Nothing is read from disk or network: fonts are handed in. */
export async function renderRegister(
  register: RegisterPrint,
  fonts: PdfFonts,
  now: number,
): Promise<PdfResult> {
  const { definition, missing } = registerDocument(marked(register, fonts.mark))
  const printer = new PdfPrinter(
    Object.fromEntries(FACES.map((face) => [face, { normal: face, bold: face }])),
    {
      existsSync: (name) => isFace(name),
      readFileSync: (name) => (isFace(name) ? fonts[name].source : null),
    },
    { resolve: () => undefined, resolved: () => Promise.resolve() },
    () => false,
  )
  const info = documentInfo({ title: register.title, firm: register.letterhead.firm, now })
  let pages = 0
  const document = await printer.createPdfKitDocument({
    ...definition,
    footer: (page: number, count: number) => {
      pages = count
      return definition.footer(page, count)
    },
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    info: { ...info, creationDate: info.CreationDate },
  })
  return { bytes: await finishDocument(document), pages, missing }
}

/** The mark stands before the footnote. */
const marked = (register: RegisterPrint, mark?: string): RegisterPrint =>
  mark === undefined
    ? register
    : { ...register, footnote: [mark, register.footnote].filter((part) => part !== '').join('　') }

const isFace = (name: string): name is Face => FACES.some((face) => face === name)
