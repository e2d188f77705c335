// @ts-expect-error -- the types cover pdfmake's front door only
import Untyped from 'pdfmake/js/Printer.js'

/** pdfmake's printer without its front door, so that fonts that are already open can be handed in. */
interface Printer {
  createPdfKitDocument(definition: object): Promise<NodeJS.ReadableStream & { end(): void }>
}

type PrinterClass = new (
  fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>,
  files: { readonly existsSync: (name: string) => boolean; readonly readFileSync: (name: string) => unknown },
  urls: { readonly resolve: (url: string) => void; readonly resolved: () => Promise<void> },
  mayReadFile: (path: string) => boolean,
) => Printer

const found = Untyped as unknown as PrinterClass | { readonly default: PrinterClass }

/** Bundlers and Node disagree on what the default export of a CommonJS module is. */
export const PdfPrinter: PrinterClass = 'default' in found ? found.default : found
