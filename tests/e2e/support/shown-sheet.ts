import { readFileSync } from 'node:fs'
import type { GridCell } from './command-line'
import { drawnPages, type DrawnPage } from './pdf-drawing'
import type { Zhike } from './zhike'

/** The cells on the screen in millimetres from their sheet's top left, page by page; at a zoom of 100 %. */
export function shownCells(zhike: Zhike): Promise<readonly (readonly GridCell[])[]> {
  return zhike.page.locator('[data-page]').evaluateAll((pages) =>
    pages.map((page) => {
      const sheet = page.getBoundingClientRect()
      const mm = (pixels: number) => (pixels * 25.4) / 96
      return [...page.querySelectorAll('[data-cell]')].map((element) => {
        const box = element.getBoundingClientRect()
        const [block = 0, row = 0, column = 0] = (element.getAttribute('data-cell') ?? '')
          .split('.')
          .map(Number)
        const at = { x: mm(box.left - sheet.left), y: mm(box.top - sheet.top) }
        return {
          block,
          row,
          column,
          kind: 'field' as const,
          ...at,
          width: mm(box.width),
          height: mm(box.height),
        }
      })
    }),
  )
}

export async function pdfOf(path: string): Promise<readonly DrawnPage[]> {
  return drawnPages(new Uint8Array(readFileSync(path)))
}
