import { emptyValues } from '../../forms/values'
import type { Template } from '../../forms/template'
import { layoutForm } from '../layout-form'
import type { Letterhead } from '../layout-input'
import type { Box } from '../page'
import { sheetShape, type PrintSetup } from '../setup'
import { boxProblems, typeArea } from './boxes'

export interface SetupFit {
  /** Pages of the blank form on that paper. */
  readonly pages: number
  /** Nothing is cut off, lies on something else or is too small to read. */
  readonly fits: boolean
}

/** How a form lies on the paper that a person asks for. */
export function setupFit(template: Template, letterhead: Letterhead, setup: PrintSetup): SetupFit {
  const { shape, scale } = sheetShape(template, setup)
  const { pages } = layoutForm({ template, values: emptyValues, letterhead, mode: 'blank', setup })
  const area = scaled(typeArea(shape), scale)
  return {
    pages: pages.length,
    fits: pages.every((page, i) => boxProblems(page, i + 1, area, 'blank').length === 0),
  }
}

const scaled = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
})
