import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { folderSession, prepareFolder, type OpenFolder } from '../../../../main/data/folder-session'
import type { Located } from '../../../../main/start/location'
import { err, ok } from '../../../../shared/kernel/result'

let home: string
let path: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zhike-session-'))
  path = join(home, 'stick', 'data')
})

/** Opens like the real one, as far as the session sees it. */
function opening() {
  const close = vi.fn(() => Promise.resolve())
  const openFolder = vi.fn((at: string) => {
    mkdirSync(at, { recursive: true })
    writeFileSync(join(at, 'zhike.json'), '{}')
    return Promise.resolve(ok({ path: at, close }))
  })
  return { close, openFolder: openFolder as unknown as OpenFolder & typeof openFolder }
}
const sessionAt = (located: Located, openFolder: OpenFolder) =>
  folderSession({ located, standard: join(home, 'data'), openFolder })

describe('the data folder of this run', () => {
  test('is opened once, however often it is asked for', async () => {
    const { openFolder } = opening()
    const session = sessionAt({ origin: 'standard', path }, openFolder)
    const [first, second] = await Promise.all([session.open(), session.open()])
    expect(first).toBe(second)
    expect(openFolder).toHaveBeenCalledOnce()
  })

  test('that was chosen and is not there now is said to be missing, and nothing is made', async () => {
    const { openFolder } = opening()
    const session = sessionAt({ origin: 'chosen', path }, openFolder)
    expect(await session.open()).toEqual({
      ok: false,
      error: { type: 'FolderMissing', path, standard: join(home, 'data') },
    })
    expect(openFolder).not.toHaveBeenCalled()
    expect(existsSync(path)).toBe(false)
  })

  test('that was chosen and is an empty folder now is missing too', async () => {
    const { openFolder } = opening()
    mkdirSync(path, { recursive: true })
    expect((await sessionAt({ origin: 'chosen', path }, openFolder).open()).ok).toBe(false)
    expect(openFolder).not.toHaveBeenCalled()
  })

  test('is found when asked again after the stick has been put in', async () => {
    const { openFolder } = opening()
    const session = sessionAt({ origin: 'chosen', path }, openFolder)
    await session.open()
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'zhike.json'), '{}')
    expect(await session.open()).toMatchObject({ ok: true, value: { path } })
  })

  test('behind a location file that cannot be read is not guessed', async () => {
    const { openFolder } = opening()
    const session = sessionAt({ origin: 'unreadable', path: 'location.json', reason: 'x' }, openFolder)
    expect(await session.open()).toMatchObject({
      ok: false,
      error: { type: 'BadFile', path: 'location.json' },
    })
    expect(openFolder).not.toHaveBeenCalled()
  })

  test('is not used before it is open or after it is closed', async () => {
    const { openFolder, close } = opening()
    const session = sessionAt({ origin: 'standard', path }, openFolder)
    const work = vi.fn(() => ok('done'))
    expect(await session.use(work)).toEqual(err({ type: 'NotFound', path }))
    await session.open()
    expect(await session.use(work)).toEqual(ok('done'))
    await session.close()
    expect(close).toHaveBeenCalledOnce()
    expect(await session.use(work)).toEqual(err({ type: 'NotFound', path }))
    expect(work).toHaveBeenCalledOnce()
  })
})

describe('another data folder', () => {
  test('that is none yet is made and left closed', async () => {
    const { openFolder, close } = opening()
    expect(await prepareFolder(path, openFolder)).toEqual(ok(null))
    expect(openFolder).toHaveBeenCalledExactlyOnceWith(path)
    expect(close).toHaveBeenCalledOnce()
  })

  test('that is one already is not touched: another window may have it open', async () => {
    const { openFolder } = opening()
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'zhike.json'), '{}')
    expect(await prepareFolder(path, openFolder)).toEqual(ok(null))
    expect(openFolder).not.toHaveBeenCalled()
  })
})
