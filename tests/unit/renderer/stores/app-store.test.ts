import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAppStore, type AppStore } from '../../../../renderer/stores'
import { folderBridge, handClock, seededRandom, type FolderBridge } from '../../../support/folder-bridge'

let folder: FolderBridge
let app: AppStore

beforeEach(async () => {
  folder = await folderBridge(handClock(), seededRandom(5))
  app = createAppStore(folder.bridge, folder.start())
})

afterEach(() => folder.close())

const settings = () => app.store.getState().settings

describe('what belongs to this computer', () => {
  it('takes effect at once and is written', async () => {
    const written = app.change({ theme: 'dark' })
    expect(settings().theme).toBe('dark')
    await written
    expect(await folder.bridge.call('settings:get', null)).toMatchObject({ theme: 'dark', language: 'zh-CN' })
  })

  it('holds though it cannot be written, and says so until it can', async () => {
    folder.failNext('settings:put')
    await app.switchPerson('p2')
    expect(settings().person).toBe('p2')
    expect(app.store.getState().failure).toMatchObject({ type: 'DiskFull' })
    await app.change({ zoom: 1.25 })
    expect(app.store.getState().failure).toBeUndefined()
    expect(await folder.bridge.call('settings:get', null)).toMatchObject({ person: 'p2', zoom: 1.25 })
  })

  it('remembers who worked here, the last one first and each once, and when to lock, until it is never', async () => {
    for (const id of ['p1', 'p2', 'p1', 'p3']) await app.switchPerson(id)
    await app.setIdleLock(15)
    expect(await folder.bridge.call('settings:get', null)).toMatchObject({
      person: 'p3',
      recentPeople: ['p3', 'p1', 'p2'],
      idleLock: 15,
    })
    await app.setIdleLock(undefined)
    expect(await folder.bridge.call('settings:get', null)).not.toHaveProperty('idleLock')
  })

  it('writes the last of many changes last', async () => {
    await Promise.all([app.change({ copies: 2 }), app.change({ copies: 3 }), app.change({ copies: 4 })])
    expect(await folder.bridge.call('settings:get', null)).toMatchObject({ copies: 4 })
  })

  it('remembers how a form is printed here, and forgets it when it is as drawn again', async () => {
    await app.setPrintSetup('KHTS-BD-001', { larger: 1 })
    await app.setPrintSetup('KHXX-BD-001', { binding: 10 })
    await app.setPrintSetup('KHTS-BD-001', {})
    expect(await folder.bridge.call('settings:get', null)).toMatchObject({
      printSetups: { 'KHXX-BD-001': { binding: 10 } },
    })
    expect(settings().printSetups).not.toHaveProperty('KHTS-BD-001')
  })

  it('remembers forms that were opened, the latest first and each once, and those that are liked', async () => {
    for (const code of ['A', 'B', 'A', ...Array.from({ length: 11 }, (_, i) => `C${String(i)}`)])
      await app.noteOpened(code)
    expect(settings().recents).toEqual([...Array.from({ length: 11 }, (_, i) => `C${String(10 - i)}`), 'A'])
    await app.noteOpened('A', 'C5', 'X', 'X')
    expect(settings().recents.slice(0, 4)).toEqual(['X', 'C5', 'A', 'C10'])
    expect(settings().recents).toHaveLength(12)
    await app.toggleFavourite('B')
    await app.toggleFavourite('A')
    await app.toggleFavourite('B')
    expect(settings().favourites).toEqual(['A'])
  })
})
