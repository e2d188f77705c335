import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What LibreOffice makes of a workbook. */
export interface Rendered {
  /** The text of each page, as it stands there. */
  readonly pages: readonly string[]
  /** Width and height of each page in points. */
  readonly sizes: readonly (readonly [width: number, height: number])[]
  /** Words of a page with their boxes in points, the origin top left. */
  readonly words: (page: number) => readonly Word[]
  readonly remove: () => void
}

export interface Word {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Opens a workbook in LibreOffice, without a window and with a profile of its own, and prints it into a PDF. */
export function renderInLibreOffice(workbook: Uint8Array): Rendered {
  const folder = mkdtempSync(join(tmpdir(), 'zhike-excel-'))
  const profile = pathToFileURL(join(folder, 'profile')).href
  const input = join(folder, 'book.xlsx')
  writeFileSync(input, workbook)
  const args = [
    '--headless',
    `-env:UserInstallation=${profile}`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    input,
  ]
  execFileSync('soffice', args, { stdio: 'ignore', timeout: 300_000 })
  return {
    ...readPdf(join(folder, 'book.pdf')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Pages and words of a PDF. */
function readPdf(path: string): Omit<Rendered, 'remove'> {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
  const boxes = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
  const pages = boxes.split('<page ').slice(1)
  return {
    pages: text.split('\f').slice(0, pages.length),
    sizes: pages.map((page) => {
      const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []
      return [Number(width), Number(height)] as const
    }),
    words: (page) =>
      [
        ...(pages[page] ?? '').matchAll(
          /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g,
        ),
      ].map(([, left, top, right, bottom, word = '']) => ({
        text: word,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
  }
}
