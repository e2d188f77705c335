import { badInput, type CliContext } from './context'
import { readText } from './input'

export interface PassphraseOptions {
  readonly passphraseFile?: string
  readonly ask?: true
}

/** As many characters as the window takes. */
const MOST = 200

function notTooLong(passphrase: string): string {
  if (passphrase.length > MOST) throw badInput(`口令太长，最多 ${MOST} 个字`)
  return passphrase
}

/**
 * The passphrase out of a file's first line or from the terminal, there `twice` where a new one is set; null: none was given. It never
 * stands in the command itself.
 */
export async function passphraseFrom(
  { passphraseFile, ask }: PassphraseOptions,
  context: CliContext,
  { twice = false } = {},
): Promise<string | null> {
  if (passphraseFile !== undefined) {
    const [line = ''] = readText(passphraseFile).split(/\r?\n/)
    if (line === '') throw badInput(`${passphraseFile}：第一行是空的，应当是口令`)
    return notTooLong(line)
  }
  if (ask !== true) return null
  if (context.askSecret === undefined) throw badInput('这里不能输入口令，请用 --passphrase-file')
  const first = notTooLong(await context.askSecret('口令：'))
  if (twice && (await context.askSecret('再输入一遍：')) !== first) throw badInput('两遍口令不一样，没有备份')
  return first
}
