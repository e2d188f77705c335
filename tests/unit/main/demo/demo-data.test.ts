import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readyDemoData, type DemoDataParts } from '../../../../main/demo/demo-data'
import { demoFolder } from '../../../../main/demo/place'
import { settingsKeeper } from '../../../../main/files/settings-keeper'
import { usualSettings } from '../../../../main/files/settings'
import type { MakeDemo } from '../../../../node/demo/thread'

let home: string
let parts: DemoDataParts
const make = vi.fn<MakeDemo>()
const clearStorage = vi.fn(() => Promise.resolve())

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhike-home-'))
  const profile = join(home, 'profile')
  await mkdir(profile)
  clearStorage.mockClear()
  make.mockReset().mockImplementation(async ({ dir, now }) => {
    await writeFile(join(dir, 'zhike.json'), String(now))
    return { made: true, staff: ['甲', '乙', '丙', '丁'].map((name) => ({ id: name, name })) }
  })
  parts = {
    folder: demoFolder(home),
    profile,
    settings: settingsKeeper(join(profile, 'settings.json')),
    clock: { now: () => 7 },
    computer: 'here',
    make,
    clearStorage,
  }
})
afterEach(() => rm(home, { recursive: true, force: true }))

const inFolder = () => readFile(join(demoFolder(home), 'zhike.json'), 'utf8')

describe('the demo data, before they are opened', () => {
  it('are made where they are not, with somebody at work and without backups', async () => {
    expect((await readyDemoData(parts, false)).ok).toBe(true)
    expect(await inFolder()).toBe('7')
    const { settings } = parts.settings.read()
    expect(settings).toMatchObject({ person: '丁', backupFolder: null })
    expect(settings.tour).toBeUndefined()
  })

  it('are left as a person left them', async () => {
    await readyDemoData(parts, false)
    await writeFile(join(demoFolder(home), 'mine'), 'typed')
    await readyDemoData(parts, false)
    expect(make).toHaveBeenCalledTimes(1)
    expect(await readFile(join(demoFolder(home), 'mine'), 'utf8')).toBe('typed')
  })

  it('are made anew when asked, with nothing of before but language and theme', async () => {
    await readyDemoData(parts, false)
    await writeFile(join(demoFolder(home), 'mine'), 'typed')
    await writeFile(join(parts.profile, 'segments.json'), 'of before')
    await parts.settings.write({ ...usualSettings, language: 'en', theme: 'dark', tour: 'done', copies: 3 })
    await readyDemoData(parts, true)
    expect(await readdir(demoFolder(home))).toEqual(['zhike.json'])
    expect(await readdir(parts.profile)).not.toContain('segments.json')
    expect(clearStorage).toHaveBeenCalledTimes(2)
    const { settings } = parts.settings.read()
    expect(settings).toMatchObject({ language: 'en', theme: 'dark', copies: 1 })
    expect(settings.tour).toBeUndefined()
  })

  it('are never half of it: what was begun is taken away, and nothing stands there until all is made', async () => {
    const begun = join(home, 'demo', 'making-1')
    await mkdir(begun, { recursive: true })
    make.mockResolvedValue({ made: false, reason: 'broken' })
    const made = await readyDemoData(parts, false)
    expect(made).toMatchObject({ ok: false, error: { type: 'BadFile', reason: 'broken' } })
    expect(await readdir(join(home, 'demo'))).not.toContain('data')
    make.mockImplementation(async ({ dir }) => {
      await writeFile(join(dir, 'zhike.json'), '')
      return { made: true, staff: [] }
    })
    expect((await readyDemoData(parts, false)).ok).toBe(true)
    expect(await readdir(join(home, 'demo'))).toEqual(['data'])
  })
})
