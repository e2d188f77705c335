import type { PlainSheet, PlainTable } from './plain-sheet'

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

/** The same cells as a page of tables, for Chromium to print. `fonts`: addresses of the font files by face. */
export function htmlForm({ pages }: PlainSheet, fonts: Readonly<Record<string, string>>): string {
  const faces = Object.entries(fonts).map(
    ([face, url]) => `@font-face{font-family:${face};src:url(${JSON.stringify(url)})}`,
  )
  const [first] = pages
  const size = first ? `@page{size:${first.width}pt ${first.height}pt;margin:0}` : ''
  const style = `${faces.join('')}${size}body{margin:0}section{position:relative;break-after:page}
table,p{position:absolute;margin:0}table{border-collapse:collapse;table-layout:fixed}
td{border:.5pt solid;padding:1pt 2pt;white-space:pre-wrap;overflow-wrap:anywhere}`
  const sections = pages.map(({ width, height, texts, tables }) => {
    const around = texts.map(
      ({ x, y, text, size: points, face }) =>
        `<p style="left:${x}pt;top:${y - points}pt;font:${points}pt ${face};white-space:pre">${escaped(text)}</p>`,
    )
    return `<section style="width:${width}pt;height:${height}pt">${around.join('')}${tables.map(tableOf).join('')}</section>`
  })
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${sections.join('')}`
}

function tableOf({ x, y, columns, rows, cells }: PlainTable): string {
  const cols = columns.map((width) => `<col style="width:${width}pt">`)
  const lines = rows.map((height, row) => {
    const own = cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)
    const tds = own.map(
      ({ rowSpan, columnSpan, text, size, face }) =>
        `<td rowspan="${rowSpan}" colspan="${columnSpan}" style="font:${size}pt ${face}">${escaped(text)}</td>`,
    )
    return `<tr style="height:${height}pt">${tds.join('')}</tr>`
  })
  const width = columns.reduce((sum, each) => sum + each, 0)
  return `<table style="left:${x}pt;top:${y}pt;width:${width}pt">${cols.join('')}${lines.join('')}</table>`
}
