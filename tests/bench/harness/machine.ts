import { readFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import type { Machine } from './results'

export function thisMachine(): Machine {
  const processors = cpus()
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGB: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
  }
}

/** Versions of the program and of what it is measured with and beside. `electron`: the runtime that was found. */
export function versionsHere(root: string, electron: string): Readonly<Record<string, string>> {
  const versionIn = (file: string): string => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8')) as { readonly version: string }
    return manifest.version
  }
  return {
    知客: versionIn('package.json'),
    Node: process.version.slice(1),
    Electron: electron,
    pdfmake: versionIn('node_modules/pdfmake/package.json'),
    hucre: versionIn('node_modules/hucre/package.json'),
  }
}
