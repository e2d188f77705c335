import { describe, expect, it } from 'vitest'
import { fitZoom, pxPerPoint, ZOOM_STEPS, zoomStep } from '../../../../../renderer/features/sheet/scale'

describe('zoom', () => {
  it('shows an inch as 96 pixels at life size', () => {
    expect(pxPerPoint(1) * 72).toBe(96)
    expect(pxPerPoint(2) * 72).toBe(192)
  })

  it('walks through the steps and stays at the ends', () => {
    expect(zoomStep(1, 'in')).toBe(1.1)
    expect(zoomStep(1, 'out')).toBe(0.9)
    expect(zoomStep(3, 'in')).toBe(3)
    expect(zoomStep(0.5, 'out')).toBe(0.5)
    expect(zoomStep(2.2, 'reset')).toBe(1)
  })

  it('finds the next step from between two', () => {
    expect(zoomStep(0.95, 'in')).toBe(1)
    expect(zoomStep(0.95, 'out')).toBe(0.9)
  })

  it('reaches every step from the smallest, one at a time', () => {
    const walked = [0.5]
    while (zoomStep(walked.at(-1) ?? 0, 'in') !== walked.at(-1))
      walked.push(zoomStep(walked.at(-1) ?? 0, 'in'))
    expect(walked).toEqual(ZOOM_STEPS)
  })

  it('fits a page into the room, never wider than it and never above the largest', () => {
    const width = 595.28
    const zoom = fitZoom(width, 700, 1.25)
    expect(zoom * pxPerPoint(1) * width).toBeLessThanOrEqual(700)
    expect(zoom).toBeGreaterThan(0.85)
    expect(fitZoom(width, 5000, 1.25)).toBe(1.25)
    expect(fitZoom(width, 10, 1.25)).toBe(0.5)
  })
})
