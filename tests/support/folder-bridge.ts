import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFiles, openDataFolder, type DataFolder } from '../../node/store'
import type {
  Bridge,
  CallName,
  Calls,
  EventName,
  Events,
  FileFailure,
  LocalSettings,
  StartInfo,
} from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import { err, ok } from '../../shared/kernel/result'
import { dotOf, type NewChange } from '../../shared/store'
import { noTeam, type TeamStatus } from '../../shared/team'

const SETTINGS: LocalSettings = {
  language: 'zh-CN',
  theme: 'light',
  zoom: 1,
  copies: 1,
  favourites: [],
  recents: [],
}

/** A clock that goes only when it is told to. */
export interface HandClock extends Clock {
  set: (ms: number) => void
  advance: (ms: number) => void
}

/** Starts on 2026-11-21 at noon, local time. */
export function handClock(): HandClock {
  let now = new Date(2026, 10, 21, 12).getTime()
  return {
    now: () => now,
    set: (ms) => {
      now = ms
    },
    advance: (ms) => {
      now += ms
    },
  }
}

/** Bytes that look random and are the same in every run. */
export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0 || 1
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
}

export type AnyCall = {
  readonly [N in CallName]: { readonly name: N; readonly input: Calls[N]['in'] }
}[CallName]

/** The window's bridge over a real data folder in a temporary place: what main does, without Electron. */
export interface FolderBridge {
  readonly bridge: Bridge
  readonly path: string
  /** Every call so far, in order. */
  readonly calls: AnyCall[]
  readonly start: () => StartInfo
  /** The next call of this name fails. */
  readonly failNext: (name: CallName, error?: FileFailure) => void
  /** Every call of this name waits until the answer is called. */
  readonly hold: (name: CallName) => () => void
  /** Closes the folder and opens it again, as a restart of the program does. */
  readonly reopen: () => Promise<void>
  readonly folder: () => DataFolder
  /** How this computer stands to a team from now on. */
  readonly setTeam: (status: TeamStatus) => void
  /** Tells the window something, as the main process does. */
  readonly tell: <N extends EventName>(name: N, event: Events[N]) => void
  /** What deleting the browser's storage does. */
  readonly onRenew: (work: () => void) => void
  /** Resolves when every call so far has been answered. */
  readonly idle: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function folderBridge(clock: Clock, random: RandomBytes, at?: string): Promise<FolderBridge> {
  const path = at ?? join(await mkdtemp(join(tmpdir(), 'zhike-test-')), '数据 目录')
  const calls: AnyCall[] = []
  const failures: { name: CallName; error: FileFailure }[] = []
  const underway = new Set<Promise<unknown>>()
  const held = new Map<CallName, Promise<void>>()
  let settings = SETTINGS
  let team = noTeam
  const heard = new Map<EventName, Set<(event: never) => void>>()
  let renew: () => void = () => undefined

  const open = async (): Promise<DataFolder> => {
    const opened = await openDataFolder({ path, files: nodeFiles(), clock, random, appVersion: '0.0.0' })
    if (!opened.ok) throw new Error(JSON.stringify(opened.error))
    return opened.value
  }
  let folder = await open()

  const start = (): StartInfo => ({
    appVersion: '0.0.0',
    runtime: { electron: '', chrome: '', node: process.versions.node, platform: process.platform },
    folder: { path, id: folder.id, readOnly: folder.readOnly, created: folder.created },
    writer: folder.writer,
    ends: folder.ends(),
    findings: folder.findings,
    settings,
  })

  const answers: { readonly [N in CallName]?: (input: Calls[N]['in']) => unknown } = {
    'app:start': () => ok(start()),
    'journal:read': ({ writer, after, limit }) => folder.readText(writer, after, limit),
    'journal:ends': () => ok(folder.ends()),
    'journal:check': async () => ok(await folder.checkUnread()),
    'journal:append': ({ changes, held }) => folder.append(changes, held),
    'import:append': async ({ changes }) => {
      const written = await folder.append(JSON.parse(changes) as readonly NewChange[])
      if (!written.ok) return written
      const dots = written.value.map(dotOf)
      return ok({ first: dots[0], last: dots.at(-1) })
    },
    'import:rows': () => '[]',
    'import:stop': () => null,
    'journal:restore': ({ changes }) => folder.restore(changes),
    'journal:setAside': ({ changes }) => folder.setAside(changes),
    'journal:fork': () => folder.fork(),
    'storage:renew': () => {
      renew()
      return ok({ kept: null })
    },
    'template:keep': ({ template }) => folder.keepTemplate(template),
    'template:all': () => folder.templates(),
    'draft:put': (draft) => folder.drafts.put(draft),
    'draft:list': () => folder.drafts.list(),
    'draft:remove': ({ id }) => folder.drafts.remove(id),
    'attachment:keep': ({ name, bytes }) => folder.attachments.keep(name, bytes),
    'attachment:read': ({ hash }) => folder.attachments.read(hash),
    'attachment:missing': ({ hashes }) => folder.attachments.missing(hashes),
    'team:status': () => team,
    'team:person': () => null,
    'settings:get': () => settings,
    'settings:put': (next) => {
      settings = next
      return ok(null)
    },
  }

  const answer = ({ name, input }: AnyCall): unknown => {
    const handler = answers[name] as ((input: unknown) => unknown) | undefined
    if (!handler) throw new Error(`the test bridge does not answer ${name}`)
    return handler(input)
  }

  const callAny = async (call: AnyCall): Promise<unknown> => {
    calls.push(structuredClone(call))
    await held.get(call.name)
    const failing = failures.findIndex((failure) => failure.name === call.name)
    if (failing >= 0) return err(failures.splice(failing, 1)[0]?.error)
    return structuredClone(await answer(structuredClone(call)))
  }

  return {
    bridge: {
      call: <N extends CallName>(name: N, input: Calls[N]['in']) => {
        const answered = callAny({ name, input } as AnyCall) as Promise<Calls[N]['out']>
        underway.add(answered)
        void answered.finally(() => underway.delete(answered))
        return answered
      },
      on: (name, listener) => {
        const listeners = heard.get(name) ?? new Set()
        heard.set(name, listeners.add(listener))
        return () => listeners.delete(listener)
      },
    },
    path,
    calls,
    start,
    failNext: (name, error = { type: 'DiskFull', path }) => {
      failures.push({ name, error })
    },
    hold: (name) => {
      let release: () => void = () => undefined
      held.set(name, new Promise((resolve) => (release = resolve)))
      return () => {
        held.delete(name)
        release()
      }
    },
    reopen: async () => {
      await folder.close()
      folder = await open()
    },
    folder: () => folder,
    setTeam: (status) => {
      team = status
    },
    tell: (name, event) => {
      for (const listener of heard.get(name) ?? []) listener(structuredClone(event) as never)
    },
    onRenew: (work) => {
      renew = work
    },
    idle: async () => {
      while (underway.size > 0) await Promise.allSettled(underway)
    },
    close: async () => {
      await folder.close()
      if (at === undefined) await rm(join(path, '..'), { recursive: true, force: true })
    },
  }
}
