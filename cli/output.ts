import { mkdirSync, writeFileSync } from 'node:fs'
import { badInput } from './context'
import { codeOf } from './input'

/** Writes a file that the person asked for. */
export function writeResult(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes)
  } catch (error) {
    throw badInput(`${path}：写不了（${codeOf(error)}）`)
  }
}

export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw badInput(`${path}：不能作为目录（${codeOf(error)}）`)
  }
}
