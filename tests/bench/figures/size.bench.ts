import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findElectron } from '../../../scripts/electron-runtime.mjs'
import { pace } from '../harness/contest'
import { bytesIn } from '../harness/folders'
import type { Group } from '../harness/group'
import { contestRow, type Row } from '../harness/row'

const MB = 1e6

/** What electron-builder.yml puts into a package beside Electron. */
const SHIPPED = ['out/main', 'out/preload', 'out/renderer', 'out/fonts']

/** Its languages that stay. */
const KEPT = ['zh-CN', 'en-US']

async function measure(): Promise<readonly Row[]> {
  const electron = dirname((await findElectron()).path)
  const folders = SHIPPED.map((folder) => join(process.cwd(), folder)).filter((path) => existsSync(path))
  const program = folders.reduce((sum, path) => sum + bytesIn(path), 0) / MB
  const runtime = bytesIn(electron) / MB
  const left = readdirSync(join(electron, 'locales')).filter(
    (name) => !KEPT.some((kept) => name.startsWith(kept)),
  )
  const languages = left.reduce((sum, name) => sum + statSync(join(electron, 'locales', name)).size, 0) / MB
  const row = contestRow(
    {
      id: 'installed-size',
      title: 'installed size, without the languages of Electron that a package leaves out',
      unit: 'MB',
      own: [runtime - languages + program],
      beside: { Electron: [runtime] },
      goals: [{ goal: 'more', than: 'Electron', most: 60, at: 'median', rank: 'target' }],
    },
    pace(),
  )
  return [row]
}

export const group: Group = { name: 'size', title: '安装大小 / installed size', measure }
