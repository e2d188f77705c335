import { resolve } from 'node:path'
import { localMinute } from '../../node/backup/backup-name'
import { lookAtBackup } from '../../node/backup/look-at-backup'
import { restoreBackup } from '../../node/backup/restore-backup'
import { openBackupLock, readHead } from '../../node/backup/sealed'
import { nodeFiles } from '../../node/store'
import type { BackupContents } from '../../shared/ipc/restore'
import { badInput, CliFailure, type CliContext } from '../context'
import { backupFailureLine } from '../failure-lines'
import { passphraseFrom, type PassphraseOptions } from '../passphrase'

export interface RestoreOptions extends PassphraseOptions {
  readonly into?: string
  readonly json?: true
}

/** `restore ARCHIVE [--into DIR]`: 1 when the archive is not whole, 2 when it cannot be read or the passphrase is another. */
export async function restoreCommand(
  given: string,
  options: RestoreOptions,
  context: CliContext,
): Promise<void> {
  const files = nodeFiles()
  const archive = resolve(given)
  const secret = await secretOf(archive, options, context)
  const looked = await lookAtBackup({ files, archive, secret })
  if (!looked.ok) {
    const isDamaged = looked.error.type === 'BadFile' || looked.error.type === 'VerifyFailed'
    throw new CliFailure(isDamaged ? 1 : 2, backupFailureLine(looked.error))
  }
  context.write(options.json === true ? `${JSON.stringify(looked.value)}\n` : described(looked.value))
  if (options.into === undefined) return
  const target = resolve(options.into)
  const restored = await restoreBackup({ files, archive, target, secret })
  if (!restored.ok) throw badInput(backupFailureLine(restored.error))
  if (options.json !== true) context.write(`已恢复到 ${target} 并核对\n`)
}

async function secretOf(
  archive: string,
  options: RestoreOptions,
  context: CliContext,
): Promise<Uint8Array | null> {
  const head = await readHead(nodeFiles(), archive)
  if (!head.ok) throw new CliFailure(head.error.type === 'BadFile' ? 1 : 2, backupFailureLine(head.error))
  if (head.value === null) return null
  const passphrase = await passphraseFrom(options, context)
  if (passphrase === null) throw badInput(`${archive}：加了密，请用 --passphrase-file 或 --ask 给出口令`)
  const secret = await openBackupLock(head.value.lock, passphrase)
  if (secret === null) throw badInput(backupFailureLine({ type: 'WrongBackupPassphrase', path: archive }))
  return secret
}

/** By this computer's calendar, `2026-01-05 09:23`. */
function localTime(ms: number): string {
  const { day, minute } = localMinute(ms)
  return `${day} ${minute.slice(0, 2)}:${minute.slice(2)}`
}

function described(contents: BackupContents): string {
  const { created, computer, customers, records, attachments, templates, changes, newest, forms } = contents
  const time = (ms: number | null) => (ms === null ? '没有' : localTime(ms))
  const lines = [
    `完好；做于 ${time(created)}${computer === null ? '' : `，电脑 ${computer}`}`,
    `客户 ${customers}，单据 ${records}，附件 ${attachments.count}（${attachments.bytes} 字节），表单版本 ${templates}`,
    `变更 ${changes}，最后一次 ${time(newest)}`,
    ...forms.map(({ code, name, count }) => `${code}\t${name}\t${count}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
