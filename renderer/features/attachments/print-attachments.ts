import type { Bridge } from '../../../shared/ipc/contract'
import { attachmentWords } from '../../../shared/print/attachment-words'
import { MOST_EXTRA_PAGES, type ExtraPage } from '../../../shared/print/extra-page'
import { lookOfName } from '../../../shared/store/file-types'
import type { RecordAttachment } from '../../db'
import { pdfJpegs, pictureJpeg, type Jpeg } from './pictures'

/** Longer side of a printed page in pixels: 200 dots an inch on A4. */
const LONGEST = 2200

/**
 * The pages of a record's attachments behind its form: pictures and PDFs, drawn as pictures, each with its name and the
 * record's number. What is not printed is listed on a page of its own, with the reason.
 */
export async function attachmentPages(
  bridge: Bridge,
  files: readonly RecordAttachment[],
  number: string,
): Promise<readonly ExtraPage[]> {
  const pages: ExtraPage[] = []
  const notes: string[] = []
  const about = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')
  for (const { name, hash } of files) {
    const look = lookOfName(name)
    if (look !== 'picture' && look !== 'pdf') {
      notes.push(attachmentWords.why(name, attachmentWords.separate))
      continue
    }
    const bytes = await bridge.call('attachment:read', { hash })
    if (!bytes.ok) {
      notes.push(
        attachmentWords.why(
          name,
          bytes.error.type === 'AttachmentMissing' ? attachmentWords.missing : attachmentWords.broken,
        ),
      )
      continue
    }
    try {
      // One page is left for the notes.
      const room = MOST_EXTRA_PAGES - 1 - pages.length
      const { pages: drawn, count } = await drawPages(look, bytes.value, room)
      drawn.forEach((jpeg, i) => {
        const caption = about(number, name, count > 1 ? attachmentWords.page(i + 1, count) : '')
        pages.push({ page: 'picture', ...jpeg, caption })
      })
      if (drawn.length < count)
        notes.push(attachmentWords.why(name, attachmentWords.cut(drawn.length, count)))
    } catch {
      notes.push(attachmentWords.why(name, attachmentWords.broken))
    }
  }
  return notes.length === 0
    ? pages
    : [...pages, { page: 'note', title: about(attachmentWords.title, number), lines: notes }]
}

async function drawPages(
  look: 'picture' | 'pdf',
  bytes: Uint8Array,
  room: number,
): Promise<{ readonly pages: readonly Jpeg[]; readonly count: number }> {
  if (look === 'pdf') return pdfJpegs(bytes, LONGEST, room)
  return { pages: room > 0 ? [await pictureJpeg(bytes, LONGEST)] : [], count: 1 }
}
