import { describe, expect, it } from 'vitest'
import { VisitedPlaces } from '../../../../renderer/app/first/visited-places'

describe('the places that were shown', () => {
  it('lead back one after another, and at last to 工作台', () => {
    const visited = new VisitedPlaces('/')
    for (const place of ['/records', '/records', '/record/1']) visited.note(place)
    expect(visited.before).toBe('/records')
    visited.note('/records')
    expect(visited.before).toBe('/')
    visited.note('/')
    expect(visited.before).toBe('/')
  })

  it('hold the register as one page: going back leaves it, whatever form was chosen there', () => {
    const visited = new VisitedPlaces('/')
    for (const place of ['/records', '/records/KHTS-BD-001', '/record/1']) visited.note(place)
    expect(visited.before).toBe('/records/KHTS-BD-001')
    visited.note('/records/KHTS-BD-001')
    expect(visited.before).toBe('/')
  })

  it('lead to 工作台 from a place where the program began', () => {
    expect(new VisitedPlaces('/settings').before).toBe('/')
  })
})
