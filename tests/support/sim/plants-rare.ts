import { mintOf } from '../../../node/team/format/identity'
import { err, ok } from '../../../shared/kernel/result'
import { FOLDER } from '../store'
import { methods, withExchange } from './overlays'
import type { Plant } from './plant'

const fileOf = (writer: string, segment: number): string =>
  `${FOLDER}/writers/${writer}/${String(segment).padStart(8, '0')}.seg`

/** Mistakes with what happens rarely: removals, snapshots, letters, and files lost together with a disk. */
export const rare: readonly Plant[] = [
  {
    name: 'a removal takes away what was written before',
    ends: () => ({}),
    folder: (folder) =>
      withExchange(folder, (exchange) => ({
        carry: (changes, uncounted) =>
          uncounted === undefined ? exchange.carry(changes) : Promise.resolve(ok(0)),
      })),
  },
  {
    name: 'what a removed computer wrote is thrown away here',
    afterPass: ({ folder }, device) => {
      const removed = device.passed?.roster.members.filter((member) => member.removed !== null) ?? []
      for (const { ends } of removed.flatMap((member) => member.removed ?? []))
        for (const { writer, segment } of folder.exchange.segments())
          if (writer in ends && device.name === '丙') device.disk.tamper(fileOf(writer, segment), null)
    },
  },
  {
    name: 'what stands behind a snapshot is passed over',
    carrier: (carrier, device) => ({
      ...methods(carrier),
      // Its name stands there: what no list has is carried by whoever has it.
      read: async (path, most) => {
        const [kind, writer = ''] = path.split('/')
        const name = path.split('/').at(-1) ?? ''
        if (kind === 'segments' && device.marked.has(`${writer} ${Number(name.split('-')[0])}`))
          return err({ type: 'NotFound' })
        const read = await carrier.read(path, most)
        // snapshots/<writer>/<first>-<last>-<tag>
        if (read.ok && kind === 'snapshots') device.marked.add(`${writer} ${Number(name.split('-')[1]) + 1}`)
        return read
      },
    }),
  },
  {
    name: 'of a snapshot only the first segment is taken, and the rest counts as read',
    carrier: (carrier, device) => ({
      ...methods(carrier),
      read: async (path, most) => {
        const read = await carrier.read(path, most)
        const [, writer = '', name = ''] = path.split('/')
        const [first = '', last = ''] = name.split('-')
        if (read.ok && path.startsWith('snapshots/'))
          for (let at = Number(first) + 1; at <= Number(last); at++) device.marked.add(`${writer} ${at}`)
        return read
      },
      list: async (dir) => {
        const listed = await carrier.list(dir)
        const [, writer = ''] = dir.split('/')
        if (!listed.ok || !dir.startsWith('segments/')) return listed
        return ok(
          listed.value.filter(({ name }) => !device.marked.has(`${writer} ${Number(name.split('-')[0])}`)),
        )
      },
    }),
    folder: (folder, device) =>
      withExchange(folder, (exchange) => ({
        take: (writer, segment, bytes) =>
          device.marked.has(`${writer} ${segment}`)
            ? Promise.resolve(ok({ outcome: 'there' as const }))
            : exchange.take(writer, segment, bytes),
      })),
  },
  { name: 'everybody who asks is given the same letter', given: () => 'B' },
  { name: 'numbers bear the letter of nobody', letter: () => 'Z' },
  { name: 'numbers bear the letter of the founder', letter: () => 'A' },
  {
    name: 'what an older disk lacks of its own is not taken back',
    folder: (folder, device) =>
      withExchange(folder, (exchange) => ({
        take: (writer, segment, bytes) =>
          mintOf(device.parts.pair.key, writer) === null
            ? exchange.take(writer, segment, bytes)
            : Promise.resolve(ok({ outcome: 'there' as const })),
      })),
  },
]
