import { ok } from '../../../shared/kernel/result'
import { encodeContainer } from '../format/container'
import { attachmentPath, isContentName, paths, templatePath } from '../format/names'
import { carrierFailed, diskFailed, type Step } from './steps'
import type { Roster } from '../format/roster'
import { listThere } from './list-there'
import { isResting, readContainer, refuse, setAside } from './read-container'
import type { TeamDesk } from './team-desk'

/** So many attachments are fetched in one pass: they are large, and changes come first. */
const ATTACHMENTS_A_PASS = 40
/** So many that have not come are looked for in one pass. */
const MISSED_A_PASS = 16

/** Puts every template of the data folder that the team folder lacks. */
export async function publishTemplates(desk: TeamDesk): Step<null> {
  const { folder, names, carrier, sealing, memory } = desk
  const hashes = await folder.exchange.templates()
  if (!hashes.ok) return diskFailed(hashes.error)
  const listed = await listThere(desk, paths.templates)
  if (!listed.ok) return carrierFailed(listed.error)
  const there = new Set(listed.value.map(({ name }) => name))
  for (const hash of hashes.value) {
    const name = names.contentName(hash)
    if (there.has(name)) continue
    const bytes = await folder.exchange.template(hash)
    if (!bytes.ok) continue
    const container = await encodeContainer({ kind: 'template' }, bytes.value, sealing)
    const put = await carrier.putNew(templatePath(name), container)
    if (!put.ok && put.error.type !== 'Taken') return carrierFailed(put.error)
    memory.contentsThere.add(name)
  }
  return ok(null)
}

/** Takes the templates that are not here yet. Answers how many came. */
export async function fetchTemplates(desk: TeamDesk, roster: Roster): Step<number> {
  const { folder, names } = desk
  const hashes = await folder.exchange.templates()
  if (!hashes.ok) return diskFailed(hashes.error)
  const here = new Set(hashes.value.map((hash) => names.contentName(hash)))
  const listed = await listThere(desk, paths.templates)
  if (!listed.ok) return carrierFailed(listed.error)
  let came = 0
  for (const { name, size } of listed.value) {
    if (!isContentName(name) || here.has(name)) continue
    const path = templatePath(name)
    const opened = await readContainer(desk, path, { kind: 'template', tag: name }, size)
    if (!opened.ok) return carrierFailed(opened.error)
    if (opened.value === null) continue
    // Of somebody who is not admitted (yet): it waits with the segments that need it.
    if (roster.of(desk.deviceOf(opened.value.key))?.key !== opened.value.key) {
      setAside(desk, path, size, { on: 'roster', roster: desk.memory.rosterStamp })
      continue
    }
    const kept = await folder.exchange.keepTemplate(opened.value.body)
    if (!kept.ok) return diskFailed(kept.error)
    if (kept.value === null) refuse(desk, path, size, 'malformed', opened.value.key)
    else {
      desk.memory.aside.forget(path)
      came++
    }
  }
  return ok(came)
}

/** Puts attachments that changes name; one that is not here is owed until it is. */
export async function publishAttachments(desk: TeamDesk, hashes: Iterable<string>): Step<null> {
  const { folder, names, carrier, sealing, memory } = desk
  for (const hash of hashes) {
    const name = names.contentName(hash)
    const path = attachmentPath(name)
    if (!memory.contentsThere.has(name)) {
      const listed = await listThere(desk, path.slice(0, path.lastIndexOf('/')))
      if (!listed.ok) return carrierFailed(listed.error)
      for (const entry of listed.value) memory.contentsThere.add(entry.name)
    }
    if (memory.contentsThere.has(name)) {
      memory.owed.delete(hash)
      continue
    }
    const bytes = await folder.exchange.attachment(hash)
    if (!bytes.ok) {
      memory.owed.add(hash)
      continue
    }
    const put = await carrier.putNew(
      path,
      await encodeContainer({ kind: 'attachment' }, bytes.value, sealing),
    )
    if (!put.ok && put.error.type !== 'Taken') return carrierFailed(put.error)
    memory.contentsThere.add(name)
    memory.owed.delete(hash)
  }
  return ok(null)
}

/** Takes attachments that changes name and that are not here yet. Answers how many came. */
export async function fetchAttachments(desk: TeamDesk): Step<number> {
  const { folder, names, memory } = desk
  if (!memory.wanted.isRecalled) {
    const missing = await folder.exchange.missingAttachments()
    if (!missing.ok) return diskFailed(missing.error)
    memory.wanted.recall(missing.value)
  }
  let came = 0
  let looked = 0
  let missed = 0
  for (const hash of memory.wanted) {
    if (isResting(desk, attachmentPath(names.contentName(hash)), 0)) continue
    if (await folder.exchange.hasAttachment(hash)) {
      memory.wanted.delete(hash)
      continue
    }
    const name = names.contentName(hash)
    const path = attachmentPath(name)
    if (++looked > ATTACHMENTS_A_PASS || missed >= MISSED_A_PASS) break
    const opened = await readContainer(desk, path, { kind: 'attachment', tag: name }, 0)
    if (!opened.ok) return carrierFailed(opened.error)
    if (opened.value === null) {
      missed++
      // Behind the others next time: one that has not come must not keep them waiting.
      memory.wanted.postpone(hash)
      continue
    }
    const kept = await folder.exchange.keepAttachment(hash, opened.value.body)
    if (!kept.ok) return diskFailed(kept.error)
    memory.wanted.delete(hash)
    if (kept.value) {
      memory.aside.forget(path)
      came++
    } else refuse(desk, path, 0, 'misplaced', opened.value.key)
  }
  return ok(came)
}
