import { describe, expect, it } from 'vitest'
import { parseCall } from '../../../../../shared/ipc/schema'
import { Raster } from '../../../../../shared/print/excel/raster'

describe('the columns of several tables under each other', () => {
  it('are what all their edges make together', () => {
    const raster = new Raster([0, 100, 300, 0, 150, 300])
    expect(raster.edges).toEqual([100, 150, 300])
    expect([0, 100, 150, 300].map((edge) => raster.at(edge))).toEqual([0, 1, 2, 3])
  })

  it('are one where no eye tells two edges apart', () => {
    const raster = new Raster([0, 100, 300, 101.5])
    expect(raster.edges).toEqual([100, 300])
    expect(raster.at(101.5)).toBe(1)
  })

  it('serve what stands outside the tables where an edge is near, and grow where none is', () => {
    const raster = new Raster([0, 100, 300])
    expect(raster.near(106)).toBe(100)
    expect(raster.near(200)).toBe(200)
    expect(raster.edges).toEqual([100, 200, 300])
  })
})

describe('the call that saves an Excel file', () => {
  it('takes at least one sheet and nothing that it does not know', () => {
    expect(parseCall('excel:save', { sheets: [], suggestedName: 'a' }).ok).toBe(false)
    expect(parseCall('excel:save', { sheets: [{}], suggestedName: 'a' }).ok).toBe(false)
    expect(parseCall('excel:save', { path: '/tmp/a.xlsx' }).ok).toBe(false)
  })
})
