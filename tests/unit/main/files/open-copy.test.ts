import { mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyOpener } from '../../../../main/files/open-copy'
import { removeFolder } from '../../../support/remove-folder'

let place: string
beforeEach(() => {
  place = join(mkdtempSync(join(tmpdir(), 'zhike-open-')), '打开')
})
afterEach(() => {
  removeFolder(join(place, '..'))
})

const bytes = new TextEncoder().encode('示例')

describe('opening an attachment with the system’s program', () => {
  it('opens a copy that cannot be changed, under a name that every system takes', async () => {
    const opened: string[] = []
    const open = copyOpener({ place, openPath: (path) => Promise.resolve(opened.push(path) > 0 ? '' : '') })
    expect(await open('合同:甲/乙.PDF', bytes)).toEqual({ ok: true, value: null })
    expect(await open('合同:甲/乙.PDF', bytes)).toEqual({ ok: true, value: null })
    const [first = '', second = ''] = opened
    expect(basename(first)).toBe('合同 甲 乙.pdf')
    expect(first).not.toBe(second)
    expect(readFileSync(first, 'utf8')).toBe('示例')
    expect(statSync(first).mode & 0o222).toBe(0)
  })

  it('never opens what may be a program, and writes nothing of it', async () => {
    mkdirSync(place)
    const open = copyOpener({ place, openPath: () => Promise.reject(new Error('opened')) })
    for (const name of ['安装.exe', '脚本.bat', 'a.lnk', '网页.html', '无名'])
      expect(await open(name, bytes)).toEqual({ ok: false, error: { type: 'NotOpened', name } })
  })

  it('removes what an earlier run left, and says why the system could not', async () => {
    mkdirSync(place)
    writeFileSync(join(place, 'old.pdf'), 'old')
    const open = copyOpener({ place, openPath: () => Promise.resolve('no application') })
    expect(await open('a.pdf', bytes)).toMatchObject({
      error: { type: 'OpenFailed', name: 'a.pdf', reason: 'no application' },
    })
    expect(readdirSync(place)).not.toContain('old.pdf')
  })
})
