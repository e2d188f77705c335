import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Text of a PDF as another program reads it: points from the top left, y is the baseline. */
export interface PdfText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly width: number
  readonly font: string
}

/** A stroked straight line. */
export interface PdfLine {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly PdfText[]
  readonly lines: readonly PdfLine[]
}

export interface PdfFile {
  readonly pages: readonly PdfPage[]
  readonly info: Readonly<Record<string, unknown>>
}

/** Reads a PDF with pdf.js, which shares nothing with the painter. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const document = await getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 }).promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const operators = await page.getOperatorList()
    const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true })
    const texts = content.items.flatMap((item): readonly PdfText[] => {
      if (!('str' in item) || item.str === '') return []
      const [, , , size = 0, x = 0, y = 0] = item.transform as readonly number[]
      const font = page.commonObjs.has(item.fontName)
        ? (page.commonObjs.get(item.fontName) as { readonly name: string }).name
        : item.fontName
      return [{ text: item.str, x, y: height - y, size, width: item.width, font }]
    })
    pages.push({ width, height, texts, lines: linesOf(operators) })
  }
  const { info } = await document.getMetadata()
  await document.destroy()
  return { pages, info: info as Readonly<Record<string, unknown>> }
}

type Operators = Awaited<
  ReturnType<
    Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>['getOperatorList']
  >
>

/** Straight strokes in page coordinates; pages are drawn with one flip of the y axis over another. */
function linesOf(operators: Operators): readonly PdfLine[] {
  const lines: PdfLine[] = []
  const stack: (readonly number[])[] = []
  let matrix: readonly number[] = [1, 0, 0, 1, 0, 0]
  const at = (x: number, y: number): readonly [number, number] => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix
    return [a * x + c * y + e, b * x + d * y + f]
  }
  operators.fnArray.forEach((operator, index) => {
    const args = operators.argsArray[index] as readonly unknown[]
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix
    else if (operator === OPS.transform) matrix = multiply(matrix, args as readonly number[])
    else if (operator === OPS.constructPath) {
      // [paint, [Float32Array of draw operations: 0 move x y, 1 line x y, 4 close]]
      const data = [...((args[1] as readonly Float32Array[])[0] ?? [])]
      if (data.length === 6 && data[0] === 0 && data[3] === 1) {
        const [x1, y1] = at(data[1] ?? 0, data[2] ?? 0)
        const [x2, y2] = at(data[4] ?? 0, data[5] ?? 0)
        lines.push({ x1, y1, x2, y2 })
      }
    }
  })
  return lines
}

function multiply(m: readonly number[], n: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
