import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { fileFailure } from '../../../../main/files/failure'
import { safeFileName } from '../../../../shared/kernel/file-name'
import { openLog } from '../../../../main/files/log'
import { replaceFile } from '../../../../main/files/replace-file'
import { readSettings, usualSettings, writeSettings } from '../../../../main/files/settings'
import { settingsKeeper } from '../../../../main/files/settings-keeper'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-files-'))
})
const bytes = (text: string) => new TextEncoder().encode(text)

describe('replacing a file', () => {
  test('writes all of it and leaves nothing beside it', async () => {
    const file = join(folder, '登记表.pdf')
    writeFileSync(file, 'before')
    expect(await replaceFile(file, bytes('after'))).toEqual({ ok: true, value: null })
    expect(readFileSync(file, 'utf8')).toBe('after')
    expect(readdirSync(folder)).toEqual(['登记表.pdf'])
  })

  test('into a folder that is not there is a typed failure', async () => {
    const path = join(folder, 'gone', 'a.pdf')
    expect(await replaceFile(path, bytes('x'))).toEqual({ ok: false, error: { type: 'NotFound', path } })
  })

  test('over a folder fails and leaves nothing beside it', async () => {
    const path = join(folder, 'taken')
    mkdirSync(path)
    expect((await replaceFile(path, bytes('x'))).ok).toBe(false)
    expect(readdirSync(folder)).toEqual(['taken'])
  })

  test.skipIf(process.getuid?.() === 0)('in a folder that may not be written says so', async () => {
    chmodSync(folder, 0o500)
    const path = join(folder, 'a.pdf')
    expect(await replaceFile(path, bytes('x'))).toEqual({ ok: false, error: { type: 'NotWritable', path } })
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk is a typed failure', () => {
    let thrown: unknown
    try {
      writeFileSync('/dev/full', 'x')
    } catch (error) {
      thrown = error
    }
    expect(fileFailure(thrown, '/p')).toEqual({ type: 'DiskFull', path: '/p' })
  })

  test('a target that another program holds open is busy', () => {
    const held = Object.assign(new Error('busy'), { code: 'EBUSY' })
    expect(fileFailure(held, '/p')).toEqual({ type: 'Busy', path: '/p' })
  })

  test('an error that is not the file system’s is thrown on as the bug that it is', () => {
    expect(() => fileFailure(new TypeError('bug'), '/p')).toThrow('bug')
  })
})

describe('names of files', () => {
  test.each([
    ['客户投诉登记表一 TS-2026-0001', '客户投诉登记表一 TS-2026-0001.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['报告.PDF', '报告.pdf'],
    ['con', '_con.pdf'],
    ['LPT1.x', '_LPT1.x.pdf'],
    [' .. ', '知客.pdf'],
    ['abc\u202efdp.exe', 'abc fdp.exe.pdf'],
  ])('%j becomes %j', (suggested, expected) => {
    expect(safeFileName(suggested, 'pdf')).toBe(expected)
  })

  test('a long name ends between characters, also rare ones', () => {
    const name = safeFileName('𠮷'.repeat(100), 'pdf')
    expect(name).toBe(`${'𠮷'.repeat(60)}.pdf`)
    // 240 bytes: with a number and the ending within what Linux and macOS take.
    expect(safeFileName('长'.repeat(400), 'pdf')).toBe(`${'长'.repeat(80)}.pdf`)
    expect(safeFileName('a'.repeat(400), 'pdf')).toBe(`${'a'.repeat(120)}.pdf`)
  })
})

describe('settings of this computer', () => {
  const changed = { ...usualSettings, theme: 'dark', copies: 3 } as const

  test('are as usual at the first start and come back as written', async () => {
    const file = join(folder, 'settings.json')
    expect(readSettings(file)).toEqual({ settings: usualSettings })
    await writeSettings(file, changed)
    expect(readSettings(file)).toEqual({ settings: changed })
  })

  test('that are damaged keep what can be understood, and the file is kept', () => {
    const file = join(folder, 'settings.json')
    const text = JSON.stringify({ ...changed, zoom: 'big', unknown: 1 })
    writeFileSync(file, text)
    const read = readSettings(file)
    expect(read.settings).toEqual(changed)
    expect(readFileSync(read.kept ?? '', 'utf8')).toBe(text)
  })

  test('whose print set-up of one form cannot be understood keep those of all others', () => {
    const file = join(folder, 'settings.json')
    const printSetups = {
      'KHTS-BD-001': { binding: 10 },
      'KHTS-BD-002': { binding: 10, fromALaterProgram: true },
      'KHTS-BD-003': { larger: 2 },
    }
    writeFileSync(file, JSON.stringify({ ...changed, printSetups }))
    const { 'KHTS-BD-002': _, ...understood } = printSetups
    expect(readSettings(file)).toEqual({
      settings: { ...changed, printSetups: understood },
      kept: `${file}.damaged`,
    })
    writeFileSync(file, JSON.stringify({ ...changed, printSetups: 'none' }))
    expect(readSettings(file).settings).toEqual(changed)
  })

  test.each(['', '{"theme":', 'null', '[1]', '\0\0\0\0'])(
    'that read %j are as usual, and the file is kept',
    (text) => {
      const file = join(folder, 'settings.json')
      writeFileSync(file, text)
      expect(readSettings(file)).toEqual({ settings: usualSettings, kept: `${file}.damaged` })
    },
  )

  test('written quickly one after the other end with the last', async () => {
    const keeper = settingsKeeper(join(folder, 'settings.json'))
    await Promise.all([1, 2, 3, 4, 5].map((copies) => keeper.write({ ...usualSettings, copies })))
    expect(keeper.read().settings.copies).toBe(5)
    expect(readSettings(join(folder, 'settings.json')).settings.copies).toBe(5)
  })

  test('that cannot be written stay as they were', async () => {
    const keeper = settingsKeeper(join(folder, 'gone', 'settings.json'))
    expect((await keeper.write(changed)).ok).toBe(false)
    expect(keeper.read().settings).toEqual(usualSettings)
  })
})

describe('the log file', () => {
  test('begins anew when it is long, and the one before is kept', () => {
    const log = openLog(join(folder, 'logs', 'main.log'), { now: () => 0 })
    log.write('first', 'x'.repeat(1_000_001))
    log.write('second', 'line\nnext')
    expect(readFileSync(log.file, 'utf8')).toBe('1970-01-01T00:00:00.000Z second line\n  next\n')
    expect(readFileSync(`${log.file}.1`, 'utf8')).toContain('first')
  })

  test('never fails, wherever it is to stand', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => openLog(join(folder, 'file', 'main.log'), { now: () => 0 }).write('a', 'b')).not.toThrow()
  })
})
