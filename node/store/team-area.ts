import { ok } from '../../shared/kernel/result'
import type { FilePort, FileResult } from './file-port'
import { TEAM, under } from './layout'
import { makeLastingDir, readIfThere, writeWhole } from './write-file'

/** What a data folder keeps of its team beside the journals, below `team/`. Small files; whoever reads them judges them. [ST1] */
export interface TeamArea {
  /** null: there is none of that name. */
  readonly read: (name: string) => FileResult<Uint8Array | null>
  /** Names in a folder of it; none when it is not there or cannot be read. */
  readonly names: (dir: string) => Promise<readonly string[]>
  /** Whole and flushed: what stood there before, or this, is there afterwards. The same bytes again write nothing. */
  readonly keep: (name: string, bytes: Uint8Array) => FileResult<null>
}

const NAME = /^(?:members\/)?[0-9a-z-]{1,64}(?:\.json)?$/

export function teamAreaIn(files: FilePort, folder: string): TeamArea {
  const fileOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error(`no name of a team's files: ${name}`)
    return under(folder, `${TEAM}/${name}`)
  }
  return {
    read: (name) => readIfThere(files, fileOf(name)),
    names: async (dir) => {
      const listed = await files.list(under(folder, `${TEAM}/${dir}`))
      return listed.ok ? listed.value.map(({ name }) => name).filter((name) => NAME.test(name)) : []
    },
    keep: async (name, bytes) => {
      const path = fileOf(name)
      const there = await readIfThere(files, path)
      if (there.ok && there.value !== null && Buffer.compare(there.value, bytes) === 0) return ok(null)
      const dir = name.includes('/') ? `${TEAM}/${name.slice(0, name.lastIndexOf('/'))}` : TEAM
      const made = await makeLastingDir(files, under(folder, dir))
      return made.ok ? writeWhole(files, path, bytes) : made
    },
  }
}
