import { nodeFiles, type AppendHandle, type FilePort } from '../store'
import { ok } from '../../shared/kernel/result'

/** Bytes that are held back before they go to the disk. */
const MOST_HELD = 1024 * 1024

const done = () => Promise.resolve(ok(null))

interface Held extends AppendHandle {
  readonly writeOut: AppendHandle['close']
}

/**
 * The disk without waiting for it: what is appended is held back until there is a good deal of it, the file is read or
 * closed, and nothing is flushed. A folder that is being made is of no worth before it is finished.
 */
export function heldFiles(): FilePort {
  const files = nodeFiles()
  const open = new Map<string, Held>()
  return {
    ...files,
    createNew: async (path) => {
      const handle = await files.createNew(path)
      return handle.ok ? ok({ ...handle.value, flush: done }) : handle
    },
    openAppend: async (path) => {
      const handle = await files.openAppend(path)
      if (!handle.ok) return handle
      const size = await handle.value.size()
      if (!size.ok) return size
      const held = holding(handle.value, size.value, () => open.delete(path))
      open.set(path, held)
      return ok(held)
    },
    read: async (path) => {
      const written = await (open.get(path)?.writeOut() ?? done())
      return written.ok ? files.read(path) : written
    },
    flushDir: done,
  }
}

function holding(handle: AppendHandle, before: number, closed: () => void): Held {
  let size = before
  let parts: Uint8Array[] = []
  let bytes = 0
  const writeOut = async () => {
    const all = Buffer.concat(parts)
    parts = []
    bytes = 0
    return all.length === 0 ? ok(null) : handle.append(all)
  }
  return {
    size: () => Promise.resolve(ok(size)),
    append: (more) => {
      parts.push(more)
      bytes += more.length
      size += more.length
      return bytes < MOST_HELD ? done() : writeOut()
    },
    flush: done,
    writeOut,
    close: async () => {
      const written = await writeOut()
      const ended = await handle.close()
      closed()
      return written.ok ? ended : written
    },
  }
}
