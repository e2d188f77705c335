import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { makeBackup } from '../../node/backup/backup'
import { makeBackupKey } from '../../node/backup/sealed'
import { nodeFiles } from '../../node/store'
import { badInput, type CliContext } from '../context'
import { backupFailureLine } from '../failure-lines'
import { passphraseFrom, type PassphraseOptions } from '../passphrase'

export interface BackupOptions extends PassphraseOptions {
  readonly data: string
  readonly out: string
}

/** Characters that a new passphrase has at least. */
const LEAST = 8

/** `backup --data DIR --out FILE`: also while the program has the folder open, since segments only grow. */
export async function backupCommand(options: BackupOptions, context: CliContext): Promise<void> {
  const passphrase = await passphraseFrom(options, context, { twice: true })
  if (passphrase !== null && Array.from(passphrase.trim()).length < LEAST)
    throw badInput(`口令太短，至少要 ${LEAST} 个字`)
  const random = (length: number) => randomBytes(length)
  const key = passphrase === null ? null : await makeBackupKey(passphrase, random)
  const target = resolve(options.out)
  const made = await makeBackup({
    files: nodeFiles(),
    folder: resolve(options.data),
    target,
    now: context.now(),
    maker: { computer: hostname(), program: 'cli' },
    ...(key === null ? {} : { seal: { key, random } }),
  })
  if (!made.ok) throw badInput(backupFailureLine(made.error))
  const { bytes, files } = made.value
  context.write(`${target}：${files} 个文件，${bytes} 字节，已读回核对${key === null ? '' : '，已加密'}\n`)
}
