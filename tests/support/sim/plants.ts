import { err, ok } from '../../../shared/kernel/result'
import type { Edit, EntityState, StoredChange } from '../../../shared/store'
import { segmentTag } from '../../../node/team/sync/listing'
import { FOLDER } from '../store'
import { methods, overlaid, withExchange } from './overlays'
import type { Fold, Plant } from './plant'
import { rare } from './plants-rare'
import { dotText } from './working-copy'

type AnyEdit = Edit & { readonly over?: readonly string[] }

const withEdits = (stored: StoredChange, edit: (of: AnyEdit) => Edit): StoredChange => ({
  ...stored,
  change: { ...stored.change, edits: stored.change.edits.map((one) => edit(one)) },
})

/** Dots of everything that stands at an edit's place. */
function standing(state: EntityState, edit: Edit): readonly string[] {
  if (edit.op === 'set')
    return state.registers[JSON.stringify(edit.path)]?.survivors.map(({ dot }) => dot) ?? []
  const row = Object.values(state.rows).find((one) => one.rows === edit.rows && one.row === edit.row)
  const cells = Object.values(state.registers).filter(
    ({ path }) => path[0] === edit.rows && path[1] === edit.row,
  )
  return [...(row?.adds ?? []), ...cells.flatMap(({ survivors }) => survivors)].map(({ dot }) => dot)
}

const fold = (name: string, change: (fold: Fold) => Fold): Plant => ({ name, fold: change })

const merging: readonly Plant[] = [
  fold('the last writer wins', (apply) => (state, stored) => {
    const next = apply(state, stored)
    const registers = Object.entries(next.registers).map(
      ([key, { path, survivors }]) => [key, { path, survivors: survivors.slice(0, 1) }] as const,
    )
    return { ...next, registers: Object.fromEntries(registers) }
  }),
  fold(
    'what a change replaces is passed over',
    (apply) => (state, stored) =>
      apply(
        state,
        withEdits(stored, (edit) => ({ ...edit, over: [] })),
      ),
  ),
  fold('what was replaced before it came is forgotten', (apply) => (state, stored) => ({
    ...apply(state, stored),
    awaited: {},
  })),
  fold(
    'removing a row takes what was not seen',
    (apply) => (state, stored) =>
      apply(
        state,
        withEdits(stored, (edit) =>
          edit.op === 'removeRow'
            ? { ...edit, over: [...new Set([...edit.over, ...standing(state, edit)])] }
            : edit,
        ),
      ),
  ),
  fold(
    'the order of arrival decides',
    (apply) => (state, stored) =>
      apply(
        state,
        withEdits(stored, (edit) => (edit.op === 'set' ? { ...edit, over: standing(state, edit) } : edit)),
      ),
  ),
  fold(
    'a change is applied twice',
    (apply) => (state, stored) =>
      apply({ ...state, applied: state.applied.filter((dot) => dot !== dotText(stored)) }, stored),
  ),
  fold(
    'a change with an earlier clock is dropped',
    (apply) => (state, stored) =>
      state.last !== null && stored.change.hlc.ms < state.last.hlc.ms ? state : apply(state, stored),
  ),
  fold('a removal that somebody disputes is forgotten', (apply) => (state, stored) => {
    const next = apply(state, stored)
    const rows = Object.entries(next.rows).filter(([, { adds }]) => adds.length > 0)
    return { ...next, rows: Object.fromEntries(rows.map(([key, row]) => [key, { ...row, removals: [] }])) }
  }),
  {
    name: 'a save replaces what stands there now',
    edits: (edits, state) =>
      edits.map((edit) => (edit.op === 'set' ? { ...edit, over: standing(state, edit) } : edit)),
  },
  {
    name: 'a save replaces nothing',
    edits: (edits) => edits.map((edit) => (edit.op === 'set' ? { ...edit, over: [] } : edit)),
  },
]

const syncing: readonly Plant[] = [
  {
    name: 'a cursor passes a gap',
    folder: (folder, device) =>
      withExchange(folder, (exchange) => ({
        take: async (writer, segment, bytes) => {
          const taken = await exchange.take(writer, segment, bytes)
          if (taken.ok && taken.value.outcome === 'waits') device.marked.add(writer)
          return device.marked.has(writer) && taken.ok && taken.value.outcome !== 'taken'
            ? ok({ outcome: 'there' })
            : taken
        },
        segments: (writer) =>
          writer !== undefined && device.marked.has(writer) ? [] : exchange.segments(writer),
      })),
    carrier: (carrier, device) => ({
      ...methods(carrier),
      list: async (dir) => {
        const listed = await carrier.list(dir)
        const [, writer = ''] = dir.split('/')
        return listed.ok && device.marked.has(writer) ? ok([]) : listed
      },
    }),
  },
  {
    name: 'a segment is taken without its join',
    folder: (folder, device) =>
      withExchange(folder, (exchange) => ({
        take: async (writer, segment, bytes) => {
          const taken = await exchange.take(writer, segment, bytes)
          if (taken.ok && taken.value.outcome === 'waits')
            device.disk.tamper(`${FOLDER}/writers/${writer}/${String(segment).padStart(8, '0')}.seg`, bytes)
          return taken
        },
      })),
  },
  {
    name: 'the torn tail is published with the rest',
    folder: (folder, device) =>
      withExchange(folder, () => ({
        bytesOf: (writer, segment) =>
          device.disk.port().read(`${FOLDER}/writers/${writer}/${String(segment).padStart(8, '0')}.seg`),
      })),
  },
  {
    name: 'a fork is not carried',
    folder: (folder) => withExchange(folder, () => ({ lacking: () => Promise.resolve(ok([])) })),
  },
  {
    name: "one's own branch is not carried",
    folder: (folder) => withExchange(folder, () => ({ changesOf: () => Promise.resolve(ok([])) })),
  },
  {
    name: 'a clone is not noticed',
    folder: (folder) => overlaid(folder, { fork: () => Promise.resolve(ok({ writer: folder.writer })) }),
  },
  {
    name: 'an older disk is not noticed',
    carrier: (carrier, device) => ({
      ...methods(carrier),
      list: async (dir) => {
        const listed = await carrier.list(dir)
        const own = device.folder.writer
        if (!listed.ok || !dir.startsWith(`segments/${own}/`)) return listed
        const tags = new Set(
          device.folder.exchange.segments(own).map(({ chain }) => segmentTag(device.desk, chain)),
        )
        return ok(listed.value.filter(({ name }) => tags.has(name.slice(9))))
      },
    }),
  },
  {
    name: 'what the carrier spoilt is not put again',
    carrier: (carrier) => ({ ...methods(carrier), putAgain: () => Promise.resolve(ok(null)) }),
  },
  {
    name: 'what the carrier lost is not put again',
    carrier: (carrier, device) => ({
      ...methods(carrier),
      putNew: (path, bytes) => {
        if (path.startsWith('segments/') && device.marked.has(path)) return Promise.resolve(ok(null))
        device.marked.add(path)
        return carrier.putNew(path, bytes)
      },
    }),
  },
  {
    name: 'a part of a file is taken for the whole',
    folder: (folder) =>
      withExchange(folder, (exchange) => ({
        take: (writer, segment, bytes) =>
          exchange.take(writer, segment, segment % 2 === 0 ? bytes : withoutLastFrames(bytes)),
      })),
  },
  {
    name: 'a file that was not whole once is never looked at again',
    afterPass: ({ memory }, device) => {
      for (const path of memory.arriving.keys()) device.marked.add(path)
    },
    carrier: (carrier, device) => ({
      ...methods(carrier),
      read: (path, most) =>
        device.marked.has(path)
          ? Promise.resolve(err({ type: 'NotFound' as const }))
          : carrier.read(path, most),
    }),
  },
  {
    name: 'a clock is pulled without bound',
    folder: (folder, device) =>
      withExchange(folder, (exchange) => ({
        pullClock: (hlc) => {
          device.pulledTo = Math.max(device.pulledTo, hlc.ms)
          exchange.pullClock(hlc)
        },
      })),
  },
  {
    name: 'what cannot be read is left out of the journal',
    folder: (folder) =>
      withExchange(folder, (exchange) => ({
        take: async (writer, segment, bytes) =>
          exchange.changesIn(writer, bytes).every(({ opaque }) => opaque !== undefined)
            ? ok({ outcome: 'there' })
            : exchange.take(writer, segment, bytes),
      })),
  },
  {
    name: 'an attachment is published behind its segment',
    carrier: (carrier, device) => ({
      ...methods(carrier),
      putNew: (path, bytes) => {
        if (path.startsWith('attachments/') && !device.marked.has(path)) {
          device.marked.add(path)
          return Promise.resolve(ok(null))
        }
        return carrier.putNew(path, bytes)
      },
    }),
  },
  {
    name: 'saved is said before it is flushed',
    files: (files) => ({
      ...files,
      openAppend: async (path) => unflushed(await files.openAppend(path)),
      createNew: async (path) => unflushed(await files.createNew(path)),
    }),
  },
  {
    name: 'what is not there any more is removed here',
    afterPass: async ({ folder, carrier }, device) => {
      for (const { writer, segment } of folder.exchange.segments()) {
        if (writer === folder.writer || device.isDown) continue
        const listed = await carrier.list(`segments/${writer}/00000`)
        const number = String(segment).padStart(8, '0')
        const names = listed.ok ? listed.value.map(({ name }) => name) : []
        if (!names.some((name) => name.startsWith(number)))
          device.disk.tamper(`${FOLDER}/writers/${writer}/${number}.seg`, null)
      }
    },
  },
  {
    name: 'what came is not there after a restart',
    afterPass: ({ folder }, device) => {
      const last = folder.exchange.segments().find(({ writer }) => writer !== folder.writer)
      if (last)
        device.disk.tamper(
          `${FOLDER}/writers/${last.writer}/${String(last.segment).padStart(8, '0')}.seg`,
          null,
        )
    },
  },
  {
    name: 'an admission is not heard of',
    beforePass: (desk, device) => {
      if (device.name === '乙') desk.memory.statements.clear()
    },
    carrier: (carrier, device) => ({
      ...methods(carrier),
      list: async (dir) => (dir === 'members' && device.name === '乙' ? ok([]) : carrier.list(dir)),
    }),
  },
]

/** Every mistake that the simulator has to find. */
export const PLANTS: readonly Plant[] = [...merging, ...syncing, ...rare]

/** A segment's bytes without its closing frame and its last change. */
function withoutLastFrames(bytes: Uint8Array): Uint8Array {
  const starts: number[] = []
  for (let at = 0; at + 88 <= bytes.length;) {
    starts.push(at)
    at += 88 + new DataView(bytes.buffer, bytes.byteOffset + at + 8, 4).getUint32(0, true)
  }
  return starts.length < 4 ? bytes : bytes.slice(0, starts.at(-2))
}

function unflushed<
  T extends Awaited<ReturnType<NonNullable<ReturnType<NonNullable<Plant['files']>>['openAppend']>>>,
>(opened: T): T {
  return opened.ok
    ? { ...opened, value: { ...opened.value, flush: () => Promise.resolve(ok(null)) } }
    : opened
}
