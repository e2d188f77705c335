import type { CatalogueEntry } from '../../shared/catalogue'
import type { PersonRef } from '../../shared/forms/values'
import { uuidv7 } from '../../shared/kernel/ids'
import { addFileEdits } from '../../shared/store/record-files'
import type { SeedJournal } from './journal'
import { photograph } from './photograph'
import type { Dice } from './random'

export interface WrittenRecord {
  readonly id: string
  readonly entry: CatalogueEntry
  /** Milliseconds since 1970. */
  readonly at: number
  readonly person: PersonRef
}

const BRINGS_FILES = /^(?:KHTS-BD-00[12]|SHFW-BD-00[145])$/

const NOTES = [
  '客户来电三次，均由示例员工丁接听；最后一次约定次日上门。',
  '现场照片由客户提供，机身铭牌清楚，底部有水迹。',
  '客户说明：购买未满一年，发票在手，希望保修期内处理。',
]

/** One in four complaints and services has a photograph, a note of the call, or both. */
export async function attachFiles(journal: SeedJournal, dice: Dice, record: WrittenRecord): Promise<void> {
  if (!BRINGS_FILES.test(record.entry.code) || !dice.chance(0.25)) return
  const contents: [string, Uint8Array][] = []
  const kind = dice.int(0, 2)
  if (kind > 0) contents.push([`现场照片 ${String(dice.int(1, 3))}.png`, photograph(dice.int(0, 3))])
  if (kind < 2) contents.push(['通话要点.txt', Buffer.from(`${dice.pick(NOTES)}\n`)])
  const files = []
  for (const [name, bytes] of contents) {
    const kept = await journal.folder.attachments.keep(name, bytes)
    if (!kept.ok) throw new Error(`${name}: ${kept.error.type}`)
    files.push({ ...kept.value, row: uuidv7({ now: () => record.at }, dice.bytes) })
  }
  await journal.write(record.at, { kind: 'record', id: record.id }, addFileEdits(null, files), {
    person: record.person,
    template: record.entry.hash,
  })
}
