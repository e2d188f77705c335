import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { storageHandlers } from '../../../../main/handlers/storage'

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original()
  return { ...real, cp: vi.fn(real.cp) }
})

let profile: string
const clear = vi.fn(() => Promise.resolve())
const renew = () =>
  storageHandlers({ profile, clock: { now: () => 7 }, log: () => undefined, clear })['storage:renew'](null)

beforeEach(async () => {
  clear.mockClear()
  profile = await mkdtemp(join(tmpdir(), 'zhike-profile-'))
  await mkdir(join(profile, 'IndexedDB'))
  await writeFile(join(profile, 'IndexedDB', '000003.log'), 'rows')
})

afterEach(() => rm(profile, { recursive: true, force: true }))

describe('renewing the browser’s storage', () => {
  it('keeps a copy of its files before they are deleted', async () => {
    const kept = join(profile, 'kept', '7')
    expect(await renew()).toEqual({ ok: true, value: { kept } })
    expect(await readFile(join(kept, 'IndexedDB', '000003.log'), 'utf8')).toBe('rows')
    expect(clear).toHaveBeenCalledOnce()
  })

  it('deletes nothing and leaves no half copy when the disk is full', async () => {
    vi.mocked(cp).mockRejectedValueOnce(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
    expect(await renew()).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(clear).not.toHaveBeenCalled()
    expect(await readdir(join(profile, 'kept'))).toEqual([])
  })

  it('goes on without a copy when its files cannot be read', async () => {
    vi.mocked(cp).mockRejectedValueOnce(Object.assign(new Error('bad sector'), { code: 'EIO' }))
    expect(await renew()).toEqual({ ok: true, value: { kept: null } })
    expect(clear).toHaveBeenCalledOnce()
  })
})
