import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchContext } from './group'

const root = process.cwd()

/** What decides about the bytes of a made-up data folder. */
const SOURCES = ['node/demo', 'shared/catalogue', 'shared/store']

/** The hash of the sources as this run began. */
let made: string | undefined

/**
 * A data folder of so many made-up records, copied to `to`. It is made once and kept until what makes it changes: 100,000 records
 * take a minute, which counts for no figure.
 */
export function seedFolder({ cache, say }: BenchContext, records: number, to: string): void {
  made ??= hashOf(SOURCES)
  const kept = join(cache, `seed-${records}-${made}`)
  if (!existsSync(kept)) {
    for (const name of readdirSync(cache)) {
      if (name.startsWith(`seed-${records}-`)) rmSync(join(cache, name), { recursive: true })
    }
    say(`a data folder of ${records} records is made`)
    const half = `${kept}.tmp`
    execFileSync(
      process.execPath,
      [join(root, 'scripts/seed.mjs'), '--records', String(records), '--out', half],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    renameSync(half, kept)
  }
  cpSync(kept, to, { recursive: true })
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.sort()) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}
