import type { ExcelSheet, ExcelStyle } from './sheet'

/** Sizes are those that a person can choose in Excel: halves. */
const half = (size: number): number => Math.round(size * 2) / 2

const scaleStyle = (style: ExcelStyle, by: number): ExcelStyle => ({
  ...style,
  size: half(style.size * by),
  ...(style.indent !== undefined && { indent: style.indent * by }),
})

/** The sheet with every length multiplied, the page's own too. */
export function scaleSheet(sheet: ExcelSheet, by: number): ExcelSheet {
  if (by === 1) return sheet
  const { print, picture } = sheet
  const { top, right, bottom, left, footer } = print.margins
  return {
    ...sheet,
    edges: sheet.edges.map((edge) => edge * by),
    rows: sheet.rows.map(({ height }) => ({ height: height * by })),
    cells: sheet.cells.map((cell) => ({ ...cell, style: scaleStyle(cell.style, by) })),
    ...(picture && { picture: { ...picture, width: picture.width * by, height: picture.height * by } }),
    print: {
      ...print,
      width: print.width * by,
      height: print.height * by,
      margins: {
        top: top * by,
        right: right * by,
        bottom: bottom * by,
        left: left * by,
        footer: footer * by,
      },
    },
  }
}
