import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import { ok } from '../../shared/kernel/result'
import { compareText } from '../../shared/store'
import { isAsideName, quarantined } from '../store/aside-files'
import { namesOfAttachments } from '../store/attachments'
import { draftsIn } from '../store/drafts'
import type { FilePort, FileResult } from '../store/file-port'
import { attachmentFile, QUARANTINE, under } from '../store/layout'
import { keepNothing } from '../store/quarantine'
import type { JournalScan } from '../store/scan-folder'
import { readTemplates } from '../store/templates'
import type { OutFolder } from './out-folder'

export interface FilesParts {
  readonly files: FilePort
  readonly folder: string
  readonly out: OutFolder
  readonly scan: JournalScan
  /** Attachments that stand with their records already. */
  readonly used: ReadonlySet<string>
}

export interface OtherFiles {
  /** Attachments that no record names which could be read. */
  readonly attachments: number
  readonly templates: number
  readonly drafts: number
  /** Files that hold something which could not be read, given out byte for byte. */
  readonly unread: number
}

/** What belongs to no record: attachments, templates and drafts, and files that could not be read, as they are. */
export async function rescueFiles(
  parts: FilesParts,
  progress: (part: number) => void,
): FileResult<OtherFiles> {
  const attachments = await strayAttachments(parts, progress)
  if (!attachments.ok) return attachments
  const templates = await keptTemplates(parts)
  if (!templates.ok) return templates
  const drafts = await keptDrafts(parts)
  if (!drafts.ok) return drafts
  const unread = await unreadFiles(parts)
  if (!unread.ok) return unread
  return ok({
    attachments: attachments.value,
    templates: templates.value,
    drafts: drafts.value,
    unread: unread.value,
  })
}

async function strayAttachments(
  { files, folder, out, used }: FilesParts,
  progress: (part: number) => void,
): FileResult<number> {
  const there = await namesOfAttachments(files, folder)
  const strays = [...(there.ok ? there.value : [])].filter((hash) => !used.has(hash)).sort(compareText)
  let copied = 0
  for (const [at, hash] of strays.entries()) {
    const bytes = await files.read(under(folder, attachmentFile(hash)))
    if (bytes.ok) {
      const put = await out.put(['附件', '没有单据提到的附件'], hash, '', bytes.value)
      if (!put.ok) return put
      copied++
    }
    progress((at + 1) / strays.length)
  }
  return ok(copied)
}

async function keptTemplates({ files, folder, out }: FilesParts): FileResult<number> {
  const read = await readTemplates(files, folder, keepNothing)
  if (!read.ok) return ok(0)
  for (const { hash, template } of read.value.templates) {
    const bytes = new TextEncoder().encode(canonicalJson(template as unknown as Json))
    const put = await out.put(
      ['模板'],
      `${template.code} ${template.name} ${hash.slice(0, 8)}`,
      'json',
      bytes,
    )
    if (!put.ok) return put
  }
  return ok(read.value.templates.length)
}

async function keptDrafts({ files, folder, out }: FilesParts): FileResult<number> {
  const drafts = await draftsIn(files, folder).list()
  if (!drafts.ok) return ok(0)
  for (const draft of drafts.value) {
    const bytes = new TextEncoder().encode(JSON.stringify(draft, null, 2))
    const put = await out.put(['草稿'], `${draft.templateCode} ${draft.id}`, 'json', bytes)
    if (!put.ok) return put
  }
  return ok(drafts.value.length)
}

/** Damaged, torn, strange and newer files as they are, and the copies that quarantine keeps: somebody may know better. */
async function unreadFiles({ files, folder, out, scan }: FilesParts): FileResult<number> {
  const kept = await quarantined(files, folder)
  const copies = kept.ok ? kept.value.filter((name) => !isAsideName(name)) : []
  const hurt = new Set([
    // A broken chain hides nothing: those changes were read.
    ...scan.findings.flatMap((finding) =>
      'file' in finding && finding.finding !== 'brokenChain' ? [finding.file] : [],
    ),
    ...copies.map((name) => `${QUARANTINE}/${name}`),
    ...(await damagedTemplates({ files, folder })),
  ])
  let unread = 0
  for (const file of [...hurt].sort(compareText)) {
    const bytes = await files.read(under(folder, file))
    // A folder, or a file that cannot be read at all.
    if (!bytes.ok) continue
    const put = await out.put(['未能读出'], file.replaceAll('/', ' '), '', bytes.value)
    if (!put.ok) return put
    unread++
  }
  return ok(unread)
}

async function damagedTemplates({ files, folder }: Pick<FilesParts, 'files' | 'folder'>) {
  const read = await readTemplates(files, folder, keepNothing)
  if (!read.ok) return []
  return read.value.findings.flatMap((finding) => ('file' in finding ? [finding.file] : []))
}
