import { afterEach, describe, expect, it, vi } from 'vitest'
import { startBeside } from '../../../../main/demo/beside'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('a second start of the program', () => {
  it('is of the AppImage itself, since what runs inside it is gone when this one ends', async () => {
    vi.stubEnv('APPIMAGE', '/示例/没有的.AppImage')
    const started = await startBeside([])
    expect(started).toMatchObject({ ok: false, error: { type: 'NotStarted' } })
    expect(JSON.stringify(started)).toContain('/示例/没有的.AppImage')
  })
})
