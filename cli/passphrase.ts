import { badInput, type CliContext } from './context'
import { readText } from './input'

export interface PassphraseOptions {
  readonly passphraseFile?: string
  readonly ask?: true
}

/** The passphrase out of a file's first line or from the terminal; null: none was given. It never stands in the command itself. */
export async function passphraseFrom(
  { passphraseFile, ask }: PassphraseOptions,
  context: CliContext,
): Promise<string | null> {
  if (passphraseFile !== undefined) {
    const [line = ''] = readText(passphraseFile).split(/\r?\n/)
    if (line === '') throw badInput(`${passphraseFile}：第一行是空的，应当是口令`)
    return line
  }
  if (ask !== true) return null
  if (context.askSecret === undefined) throw badInput('这里不能输入口令，请用 --passphrase-file')
  return context.askSecret('口令：')
}
