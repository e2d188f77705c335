import { describe, expect, it } from 'vitest'
import { parseCall } from '../../../../shared/ipc/schema'

describe('what crosses the border about shared computers', () => {
  it('is a PIN of 4 to 12 digits and what was kept, and nothing else', () => {
    expect(parseCall('pin:make', { pin: '1234' }).ok).toBe(true)
    expect(parseCall('pin:check', { kept: 'scrypt$…', pin: '123456789012' }).ok).toBe(true)
    for (const pin of ['', '123', '1234567890123', '12a4', 1234])
      expect(parseCall('pin:make', { pin }).ok).toBe(false)
    expect(parseCall('pin:check', { pin: '1234' }).ok).toBe(false)
  })

  it('is one of the times of the idle lock, or none', () => {
    const settings = { language: 'en', theme: 'dark', zoom: 1, copies: 1, favourites: [], recents: [] }
    expect(parseCall('settings:put', { ...settings, idleLock: 15, recentPeople: ['p1'] }).ok).toBe(true)
    expect(parseCall('settings:put', settings).ok).toBe(true)
    expect(parseCall('settings:put', { ...settings, idleLock: 1 }).ok).toBe(false)
  })
})
