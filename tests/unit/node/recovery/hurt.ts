import { listWorkbook } from '../../../../node/excel'
import { rescueFolder } from '../../../../node/recovery/rescue'
import { surveyFolder } from '../../../../node/recovery/survey'
import { entryByCode } from '../../../../shared/catalogue'
import type { Edit, StoredChange } from '../../../../shared/store'
import { addFileEdits, type NamedFile } from '../../../../shared/store/record-files'
import { FaultyDisk } from '../../../support/faulty-files'
import { FOLDER, must, opened, readAll, setEdit } from '../../../support/store'

export const NOW = Date.UTC(2026, 0, 6, 2, 0, 0)
const complaint = entryByCode('KHTS-BD-001')
if (!complaint) throw new Error('a form is missing')
export const form = complaint
const [textField] = form.template.fields.filter(({ type }) => type.type === 'text')
export const TEXT = textField ?? form.template.fields[0]!

/** A data folder of two customers and three records, each with an attachment of its own; the middle one was changed twice. */
export async function smallFirm() {
  const disk = new FaultyDisk()
  const folder = await opened({ files: disk.port() })
  must(await folder.keepTemplate(form.template))
  must(
    await folder.append([
      { entity: { kind: 'customer', id: 'c1' }, edits: [setEdit(['name'], '示例客户甲')] },
      { entity: { kind: 'customer', id: 'c2' }, edits: [setEdit(['name'], '示例客户乙')] },
    ]),
  )
  const files: NamedFile[] = []
  for (const at of [1, 2, 3]) {
    const file = must(await folder.attachments.keep(`照片${at}.txt`, new TextEncoder().encode(`照片 ${at}`)))
    files.push(file)
    const edits: readonly Edit[] = [
      setEdit([TEXT.key], `内容${at}`),
      setEdit(['@number'], `TS-2026-000${at}`),
      setEdit(['@state'], 'submitted'),
      ...addFileEdits(null, [{ ...file, row: `f${at}` }]),
    ]
    must(await folder.append([{ entity: { kind: 'record', id: `r${at}` }, template: form.hash, edits }]))
  }
  const changes = await readAll(folder, folder.writer)
  const second = changes.find(({ change }) => change.entity.id === 'r2')
  if (!second) throw new Error('the second record is missing')
  const dot = `${second.change.writer}:${second.change.seq}:${second.hash.slice(0, 32)}`
  const again = setEdit([TEXT.key], '内容2 改', [dot])
  must(await folder.append([{ entity: { kind: 'record', id: 'r2' }, edits: [again] }]))
  await folder.close()
  const segment = `${FOLDER}/writers/${folder.writer}/00000001.seg`
  const all: readonly StoredChange[] = await readAll(await opened({ files: disk.port() }), folder.writer)
  return { disk, segment, writer: folder.writer, files, changes: all, hash: form.hash }
}

export type SmallFirm = Awaited<ReturnType<typeof smallFirm>>

export const surveyed = async (disk: FaultyDisk) =>
  must(await surveyFolder({ files: disk.port(), folder: FOLDER }))

export const OUT = '/rescued'

export const rescued = (disk: FaultyDisk, target = OUT) =>
  rescueFolder({
    files: disk.port(),
    folder: FOLDER,
    target,
    now: NOW,
    writeList: (list) => listWorkbook(list, NOW),
  })

/** Turns a bit in the middle of the frame that holds these words. */
export function flipAt({ disk, segment }: SmallFirm, words: string): void {
  const bytes = disk.files().get(segment)!.slice()
  const at = Buffer.from(bytes).indexOf(words)
  if (at < 0) throw new Error(`${words} is not there`)
  bytes[at]! ^= 1
  disk.tamper(segment, bytes)
}
