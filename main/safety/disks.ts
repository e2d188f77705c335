import { stat, statfs } from 'node:fs/promises'

/** Bytes that this account may still write at a place; null where the system does not say. */
export async function freeAt(path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  } catch {
    return null
  }
}

/** A name of the disk (the volume, on Windows) that a folder lies on; null where the system does not say. */
export async function diskOf(path: string): Promise<string | null> {
  try {
    return String((await stat(path, { bigint: true })).dev)
  } catch {
    return null
  }
}
