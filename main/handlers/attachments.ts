import { basename } from 'node:path'
import { readSource, type FilePort } from '../../node/store'
import type { AttachmentCalls, AttachmentFailure, KeptFiles } from '../../shared/ipc/attachments'
import { ok } from '../../shared/kernel/result'
import { endingOf, plainFileName } from '../../shared/store/file-types'
import type { NamedFile } from '../../shared/store/record-files'
import type { FolderSession } from '../data/folder-session'
import type { Ask } from '../files/ask'
import type { OpenCopy } from '../files/open-copy'
import { replaceFile } from '../files/replace-file'
import type { Handlers } from '../ipc/answer'
import type { Texts } from '../text'

export interface AttachmentParts {
  readonly session: FolderSession
  readonly files: FilePort
  readonly ask: Ask
  readonly texts: () => Texts
  readonly openCopy: OpenCopy
  /** Hears which attachments are not here: a team may have them. */
  readonly onMissing: (hashes: readonly string[]) => void
}

/** Attachments come in through a dialog or as bytes, and go out as a copy: the kept file itself is handed to nobody. */
export function attachmentHandlers(parts: AttachmentParts): Pick<Handlers, keyof AttachmentCalls> {
  const { session, ask, texts, openCopy } = parts
  return {
    'attachment:choose': async ({ room }) => {
      const paths = await ask.openFiles(texts().chooseFiles)
      return keepChosen(parts, paths, room)
    },
    'attachment:keep': ({ name, bytes }) => session.use((folder) => folder.attachments.keep(name, bytes)),
    'attachment:read': ({ hash }) => session.use((folder) => folder.attachments.read(hash)),
    'attachment:missing': async ({ hashes }) => {
      const missing = await session.use((folder) => folder.attachments.missing(hashes))
      if (missing.ok && missing.value.length > 0) parts.onMissing(missing.value)
      return missing
    },
    'attachment:total': () => session.use((folder) => folder.attachments.total()),
    'attachment:open': async ({ hash, name }) => {
      const bytes = await session.use((folder) => folder.attachments.read(hash))
      return bytes.ok ? openCopy(name, bytes.value) : bytes
    },
    'attachment:save': async ({ hash, name }) => {
      const bytes = await session.use((folder) => folder.attachments.read(hash))
      if (!bytes.ok) return bytes
      const path = await ask.saveAs({
        title: texts().saveFile,
        name,
        extension: endingOf(name) || 'bin',
        kind: texts().anyFile,
      })
      if (path === null) return ok({ path })
      const written = await replaceFile(path, bytes.value)
      return written.ok ? ok({ path }) : written
    },
  }
}

/** One after the other, so that no more than one of them is in memory. */
async function keepChosen(
  { session, files }: AttachmentParts,
  paths: readonly string[],
  room: number,
): Promise<KeptFiles> {
  const kept: NamedFile[] = []
  const refused: { readonly name: string; readonly failure: AttachmentFailure }[] = []
  let left = room
  for (const path of paths) {
    const name = plainFileName(basename(path))
    const bytes = await readSource(files, path, name, left)
    const added = bytes.ok ? await session.use((folder) => folder.attachments.keep(name, bytes.value)) : bytes
    if (added.ok) {
      kept.push(added.value)
      left -= added.value.size
    } else refused.push({ name, failure: added.error })
  }
  return { kept, refused }
}
