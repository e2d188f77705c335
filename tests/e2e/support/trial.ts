import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { profileFolder } from '../../../main/start/profile'
import type { Bridge, CallName, Calls } from '../../../shared/ipc/contract'
import type { Edit, NewChange, StoredChange } from '../../../shared/store/change'
import { callIn } from './call'
import { paperForm } from './agreement'
import { recordsOf, type DumpedRecord } from './command-line'
import { copyComputer, type Computer } from './computer'
import type { LaunchOptions } from './launch'
import { Zhike } from './zhike'
import { removeFolder } from '../../support/remove-folder'

declare const window: Window & { readonly zhike: Bridge }

const program = join(import.meta.dirname, '../../../out/main/cli.cjs')

/** One line of the list of records on the screen. */
export interface ListedRecord {
  readonly number: string
  readonly customer: string
  readonly state: string
}

const stateWords: Readonly<Record<string, string>> = {
  draft: '草稿',
  submitted: '已登记',
  closed: '已办结',
  void: '已作废',
}

/** One computer with its data folder, through any number of starts, crashes and damages. */
export class Trial {
  readonly home: string
  readonly dataFolder: string
  #zhike: Zhike | null = null

  /** `dataFolder`: another one than a new one beside the profile. `place`: an empty folder for all of it. */
  constructor(
    dataFolder?: string,
    readonly place = mkdtempSync(join(tmpdir(), 'zhike-试 ')),
  ) {
    this.home = join(place, 'home')
    this.dataFolder = dataFolder ?? join(place, '数据 目录')
  }

  get computer(): Computer {
    return { profile: this.home, dataFolder: this.dataFolder }
  }

  /** A computer that stands as another one does now: the same profile, the same data. */
  static like(other: Trial): Trial {
    const trial = new Trial()
    copyComputer(other.computer, trial.computer)
    return trial
  }

  get zhike(): Zhike {
    if (!this.#zhike) throw new Error('the program is not running')
    return this.#zhike
  }

  async start(options: LaunchOptions = {}): Promise<Zhike> {
    this.#zhike = await Zhike.start({ profile: this.home, dataFolder: this.dataFolder, ...options })
    return this.#zhike
  }

  /** Started, and past everything that a start may ask or say. */
  async startReady(): Promise<Zhike> {
    const zhike = await this.start()
    await zhike.isReady()
    return zhike
  }

  async stop(): Promise<void> {
    await this.#zhike?.running.app.close()
    this.#zhike = null
  }

  async kill(): Promise<void> {
    await this.#zhike?.running.kill()
    this.#zhike = null
  }

  /** Ends what runs and removes everything. */
  async end(): Promise<void> {
    await this.stop().catch(() => this.kill())
    removeFolder(this.place)
  }

  call<N extends CallName>(name: N, input: Calls[N]['in']): Promise<Calls[N]['out']> {
    return callIn(this.zhike.page, name, input)
  }

  /** Registered complaints of 示例客户<from> … written into the journal; the window shows them from the next start on. */
  async register(count: number, from = 1, reason = '送修后第三天再次不制冷。'): Promise<void> {
    const { template } = paperForm('KHTS-BD-001')
    const kept = await this.call('template:keep', { template })
    if (!kept.ok) throw new Error(JSON.stringify(kept.error))
    const changes = Array.from({ length: count }, (_, i): NewChange => {
      const number = String(from + i).padStart(4, '0')
      return {
        entity: { kind: 'record', id: `01890000-0000-7000-8000-${number.padStart(12, '0')}` },
        template: kept.value.hash,
        person: { name: '示例员工甲' },
        edits: [
          set('customer', { name: `示例客户${number}` }),
          set('reason', reason),
          set('@number', `TS-2026-${number}`),
          set('@state', 'submitted'),
        ],
      }
    })
    for (const change of changes) {
      const written = await this.call('journal:append', { changes: [change] })
      if (!written.ok) throw new Error(JSON.stringify(written.error))
    }
  }

  /** What the command line reads of the data folder. */
  dumped(): readonly DumpedRecord[] {
    return recordsOf(this.dataFolder)
  }

  /** `verify`: whether every byte is whole, and what it says otherwise. */
  verified(): { readonly code: number | null; readonly said: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, 'verify', '--data', this.dataFolder],
      { encoding: 'utf8' },
    )
    return { code: status, said: stdout + stderr }
  }

  /** The list of records on the screen, top to bottom. */
  async listed(): Promise<readonly ListedRecord[]> {
    const { page } = this.zhike
    await this.zhike.press('Alt+3')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('单据')
    // The list is as it was left.
    const clear = page.getByRole('button', { name: '清除筛选' }).first()
    if (await clear.isVisible()) await clear.click()
    return page.evaluate(async () => {
      const grid = document.querySelector('[role=grid]')
      const found = new Map<number, ListedRecord>()
      if (!grid) return []
      const heads = [...grid.querySelectorAll('[role=columnheader]')].map((head) => head.textContent)
      const at = (name: string) => heads.findIndex((head) => head.startsWith(name))
      const columns = { number: at('编号'), customer: at('内容'), state: at('状态') }
      // Only the lines that are seen are drawn.
      for (grid.scrollTop = 0; ; grid.scrollTop += grid.clientHeight / 2) {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
        for (const row of grid.querySelectorAll('[role=row]:not([aria-rowindex="1"])')) {
          const cells = [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent)
          const line = {
            number: cells[columns.number] ?? '',
            customer: cells[columns.customer] ?? '',
            state: cells[columns.state] ?? '',
          }
          found.set(Number(row.getAttribute('aria-rowindex')), line)
        }
        if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) break
      }
      return [...found].sort(([a], [b]) => a - b).map(([, line]) => line)
    })
  }

  /** The window shows just what the command line reads, and its working copy holds every change of the journal whole. */
  async agrees(): Promise<void> {
    const read = this.dumped().map(listedOf)
    await expect.poll(async () => (await this.listed()).map(lineOf).sort()).toEqual(read.map(lineOf).sort())
    await expect.poll(() => this.unlikeJournal()).toEqual([])
  }

  /** What differs between the working copy's changes and the journal's, wherever in it they stand. */
  unlikeJournal(): Promise<readonly string[]> {
    return this.zhike.page.evaluate(async () => {
      const ends = await window.zhike.call('journal:ends', null)
      if (!ends.ok) return [JSON.stringify(ends.error)]
      const written = new Set<string>()
      for (const { writer } of ends.value) {
        const page = await window.zhike.call('journal:read', { writer, after: 0, limit: 1000 })
        if (!page.ok) return [JSON.stringify(page.error)]
        for (const line of page.value === '' ? [] : page.value.split('\n'))
          written.add(textOf(JSON.parse(line) as StoredChange))
      }
      const held = new Set((await workingChanges()).map(({ stored }) => textOf(stored)))
      return [
        ...[...written].filter((text) => !held.has(text)).map((text) => `only in the journal: ${text}`),
        ...[...held].filter((text) => !written.has(text)).map((text) => `only in the window: ${text}`),
      ]

      async function workingChanges(): Promise<readonly { readonly stored: StoredChange }[]> {
        const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
        const opening = indexedDB.open(names.find((name) => /^zhike-[0-9a-f]{32}$/.test(name)) ?? '')
        const db = await answerOf(opening)
        try {
          const rows: readonly { readonly stored: string }[] = await answerOf(
            db.transaction('changes').objectStore('changes').getAll(),
          )
          const bundles: readonly { readonly text: Uint8Array }[] = await answerOf(
            db.transaction('bundles').objectStore('bundles').getAll(),
          )
          const lines = bundles.flatMap(({ text }) => new TextDecoder().decode(text).split('\n'))
          return [...rows.map(({ stored }) => stored), ...lines].map((text) => ({
            stored: JSON.parse(text) as StoredChange,
          }))
        } finally {
          db.close()
        }
      }

      /** The same text for the same content, whatever the order of its members. */
      function textOf({ change, hash }: StoredChange): string {
        return JSON.stringify({ change, hash }, (_key, part: unknown) =>
          typeof part === 'object' && part !== null && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
            : part,
        )
      }

      function answerOf<T>(request: IDBRequest<T>): Promise<T> {
        return new Promise((resolve, reject) => {
          request.onsuccess = () => {
            resolve(request.result)
          }
          request.onerror = () => {
            reject(new Error(String(request.error)))
          }
        })
      }
    })
  }

  /** The bar above the page that says what this start found and did. */
  told(text: string | RegExp): Promise<void> {
    return expect(this.zhike.page.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible()
  }

  /** Chromium's folder with the window's IndexedDB. */
  storage(): string {
    return join(profileFolder(this.home, this.dataFolder), 'IndexedDB', 'app_zhike_0.indexeddb.leveldb')
  }

  /** Absolute paths of the journal's segments, oldest first within a writer. */
  segments(): readonly string[] {
    const writers = join(this.dataFolder, 'writers')
    return readdirSync(writers).flatMap((writer) =>
      readdirSync(join(writers, writer))
        .filter((name) => name.endsWith('.seg'))
        .sort()
        .map((name) => join(writers, writer, name)),
    )
  }
}

const set = (name: string, value: string | { readonly name: string }): Edit => ({
  op: 'set',
  path: [name],
  value,
  over: [],
})

const lineOf = ({ number, customer, state }: ListedRecord): string => `${number} ${customer} ${state}`

/** A record of the command line as the list on the screen shows it. */
function listedOf({ number, state, values }: DumpedRecord): ListedRecord {
  const customer = values['customer'] as string | { readonly name: string } | undefined
  return {
    number: number ?? '',
    customer: typeof customer === 'object' ? customer.name : (customer ?? ''),
    state: stateWords[state] ?? state,
  }
}

/** Files of a folder that hold something, by absolute path. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 0)
