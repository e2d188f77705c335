import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { nodeFiles, openDataFolder, type DataFolder } from '../../node/store'
import type { Template } from '../../shared/forms/template'
import type { NewChange, StoredChange } from '../../shared/store'
import { badInput, CliFailure, type CliContext } from '../context'
import { startFailureLine } from '../failure-lines'

/** Changes that are written at once. */
const AT_ONCE = 1000

/** Does something with a data folder that is open for writing. It has to be there already: a mistyped path makes none. */
export async function withFolder<T>(
  path: string,
  context: CliContext,
  work: (folder: DataFolder) => Promise<T>,
): Promise<T> {
  const files = nodeFiles()
  // A name of its own: the window may be open, and two programs never extend one journal.
  const computer = `${hostname()} cli`
  const opened = await openDataFolder({
    path: resolve(path),
    files,
    clock: { now: context.now },
    random: (length) => randomBytes(length),
    appVersion: 'cli',
    computer,
  })
  if (!opened.ok) throw badInput(startFailureLine(opened.error))
  try {
    if (opened.value.readOnly) throw badInput(`${path}：只能读，没有写入`)
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}

/**
 * Writes changes and the form that they name. What is written stays, should the disk fail in between; `advice`: what to do
 * then.
 */
export async function writeChanges(
  folder: DataFolder,
  changes: readonly NewChange[],
  template: Template | undefined,
  advice: string,
): Promise<void> {
  if (changes.length === 0) return
  const kept = template ? await folder.keepTemplate(template) : null
  if (kept?.ok === false) throw new CliFailure(1, `没有写入：${JSON.stringify(kept.error)}`)
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const done = await folder.append(changes.slice(at, at + AT_ONCE))
    if (!done.ok)
      throw new CliFailure(
        1,
        `写了 ${at} 条后停止（${JSON.stringify(done.error)}）：已写的都在；解决后${advice}`,
      )
  }
}

/** Every change of an open folder. */
export async function allChanges(folder: DataFolder): Promise<readonly StoredChange[]> {
  const all: StoredChange[] = []
  for (const { writer } of folder.ends()) {
    let after = 0
    for (;;) {
      const page = await folder.read(writer, after, 2000)
      if (!page.ok) throw new CliFailure(1, `读不了日志：${JSON.stringify(page.error)}`)
      const last = page.value.at(-1)
      if (!last) break
      for (const stored of page.value) all.push(stored)
      after = last.carriedBy?.[0]?.seq ?? last.change.seq
    }
  }
  return all
}
