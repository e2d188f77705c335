import type { WebContentsPrintOptions } from 'electron'

/** What the print page answers once every sheet is drawn; sizes in PDF points (1/72 inch), those of the first sheet. */
export interface DrawnSheets {
  readonly pages: number
  readonly width: number
  readonly height: number
}

/** `to`: a printer that takes them without a dialog. */
export interface PrintWish {
  readonly copies: number
  readonly to?: { readonly printer: string; readonly bothSides: boolean }
}

/** Micrometres of a length in points, to a tenth of a millimetre: papers are made in whole ones. */
const microns = (points: number): number => Math.round((points * 254) / 72) * 100

/** The dialog begins with the sheet's own paper, lying as the sheet lies; the page brings its own margins. */
export function printOptions(drawn: DrawnSheets, { copies, to }: PrintWish): WebContentsPrintOptions {
  const landscape = drawn.width > drawn.height
  const [short, long] = landscape ? [drawn.height, drawn.width] : [drawn.width, drawn.height]
  return {
    silent: to !== undefined,
    ...(to && { deviceName: to.printer, duplexMode: to.bothSides ? 'longEdge' : 'simplex' }),
    printBackground: true,
    copies,
    landscape,
    margins: { marginType: 'none' },
    pageSize: namedPaper(short, long) ?? {
      width: microns(short),
      height: microns(long),
    },
  }
}

/** Printers find their tray by the paper's name. */
function namedPaper(short: number, long: number): 'A3' | 'A4' | null {
  const isNear = (width: number, height: number): boolean =>
    Math.abs(short - width) < 2 && Math.abs(long - height) < 2
  if (isNear(595.28, 841.89)) return 'A4'
  return isNear(841.89, 1190.55) ? 'A3' : null
}
