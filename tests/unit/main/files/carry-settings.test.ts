import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { carrySettings } from '../../../../main/files/carry-settings'
import { readSettings, usualSettings } from '../../../../main/files/settings'
import { removeFolder } from '../../../support/remove-folder'

describe('settings that come along to another data folder', () => {
  let place = ''
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'zhike-settings-'))
  })
  afterEach(() => {
    removeFolder(place)
  })
  const settings = { ...usualSettings, language: 'en', theme: 'dark', person: 'p1' } as const

  it('are those of this computer, in a profile that is not there yet', async () => {
    const file = join(place, 'profiles', 'new', 'settings.json')
    await carrySettings(settings, file)
    expect(readSettings(file).settings).toEqual(settings)
  })

  it('leave behind how far somebody has looked at what came', async () => {
    const file = join(place, 'settings.json')
    await carrySettings({ ...settings, arrivedSeen: { p1: { '0123456789abcdef': 3 } } }, file)
    expect(readSettings(file).settings).toEqual(settings)
  })

  it('never replace those that the other data folder has', async () => {
    const file = join(place, 'settings.json')
    await carrySettings(settings, file)
    const before = readFileSync(file, 'utf8')
    await carrySettings({ ...settings, language: 'zh-CN' }, file)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('that cannot be written stop nothing', async () => {
    await expect(carrySettings(settings, join('/dev/null', 'x', 'settings.json'))).resolves.toBeUndefined()
  })
})
