import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackup } from '../../../../node/backup/backup'
import { lookAtBackup } from '../../../../node/backup/look-at-backup'
import { restoreBackup } from '../../../../node/backup/restore-backup'
import { makeBackupKey } from '../../../../node/backup/sealed'
import { makeSeedFolder } from '../../../../node/demo'
import { foldFolder, nodeFiles, verifyFolder, type FilePort } from '../../../../node/store'
import { readCustomer } from '../../../../shared/customers/customer'
import { must, opened, recordChange, seededRandom, setEdit } from '../../../support/store'

const files: FilePort = nodeFiles()
const random = seededRandom('drill')

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), '知客 演练-'))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

/** Every file of a data folder with its hash; which computer was which writer is not restored. */
const hashesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('computers'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return `${createHash('sha256').update(readFileSync(path)).digest('hex')} ${path.slice(folder.length)}`
    })
    .sort()

/** What a person has in it: every record, customer and person, folded from the journals alone. */
const entitiesIn = async (folder: string) => must(await foldFolder(files, folder)).entities

/** Records with an attachment each, of up to some hundred kilobytes. */
async function attach(path: string, count: number): Promise<void> {
  const folder = await opened({ files, path, seed: 'attach' })
  for (let n = 0; n < count; n++) {
    const kept = must(await folder.attachments.keep(`照片${n}.jpg`, random(17 + n * 15_000)))
    const cells = { name: kept.name, hash: kept.hash, size: String(kept.size), type: kept.type }
    const edits = Object.entries(cells).map(([cell, value]) => setEdit(['@files', `f${n}`, cell], value))
    must(
      await folder.append([
        recordChange(`r${n}`, { op: 'addRow', rows: '@files', row: `f${n}`, order: 'a' }, ...edits),
      ]),
    )
  }
  await folder.close()
}

async function departmentOf(records: number) {
  const folder = join(root, '数据')
  mkdirSync(folder)
  await makeSeedFolder({ dir: folder, records })
  await attach(folder, 20)
  const report = must(await verifyFolder(files, folder))
  expect(report.findings).toEqual([])
  return { folder, changes: report.changes, hashes: hashesIn(folder), entities: await entitiesIn(folder) }
}

/** A busy computer takes its time over a thousand changes. */
const PATIENCE = 120_000

describe('the restore drill', () => {
  it(
    'brings back every change, record and attachment of a folder that was wiped, out of a plain backup and an encrypted one',
    async () => {
      const { folder, changes, hashes, entities } = await departmentOf(700)
      expect(changes).toBeGreaterThanOrEqual(1000)
      expect(hashes.filter((line) => line.includes('attachments'))).toHaveLength(20)
      const key = await makeBackupKey('示例口令甲乙', random, 14)
      const [plain, sealed] = [join(root, 'a.zip'), join(root, 'a.zkb')]
      must(await makeBackup({ files, folder, target: plain, now: 1 }))
      must(await makeBackup({ files, folder, target: sealed, now: 1, seal: { key, random } }))
      rmSync(folder, { recursive: true })

      const customers = entities.filter(({ entity }) => entity.kind === 'customer')
      const counts = {
        changes,
        records: entities.filter(({ entity }) => entity.kind === 'record').length,
        customers: customers.filter((customer) => readCustomer(customer).state === 'active').length,
        attachments: { count: 20 },
      }
      for (const [archive, secret] of [
        [plain, null],
        [sealed, key.secret],
      ] as const) {
        const looked = must(await lookAtBackup({ files, archive, secret }))
        expect(looked).toMatchObject({ ...counts, encrypted: secret !== null })
        const target = join(root, secret === null ? '恢复' : '恢复-2')
        must(await restoreBackup({ files, archive, target, secret }))
        expect(hashesIn(target)).toEqual(hashes)
        expect(await entitiesIn(target)).toEqual(entities)
        expect(must(await verifyFolder(files, target))).toMatchObject({ findings: [], changes })
      }
    },
    PATIENCE,
  )

  it.each([false, true])(
    'refuses a backup that was cut short and takes the older one (encrypted: %s)',
    async (encrypted) => {
      const folder = join(root, '数据')
      await attach(folder, 20)
      const hashes = hashesIn(folder)
      const key = encrypted ? await makeBackupKey('示例口令甲乙', random, 14) : null
      const seal = key === null ? {} : { seal: { key, random } }
      const secret = key?.secret ?? null
      const [older, newer] = [join(root, 'older'), join(root, 'newer')]
      must(await makeBackup({ files, folder, target: older, now: 1, ...seal }))
      must(await makeBackup({ files, folder, target: newer, now: 2, ...seal }))
      truncateSync(newer, Math.floor(statSync(newer).size * 0.7))
      const target = join(root, '恢复')
      expect(await lookAtBackup({ files, archive: newer, secret })).toMatchObject({ ok: false })
      expect(await restoreBackup({ files, archive: newer, target, secret })).toMatchObject({ ok: false })
      must(await restoreBackup({ files, archive: older, target, secret }))
      expect(hashesIn(target)).toEqual(hashes)
    },
    PATIENCE,
  )
})
