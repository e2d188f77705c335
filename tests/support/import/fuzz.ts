import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { nodeBuild, nodeResolve, root } from '../../../scripts/node-build.mjs'
import type { FuzzMessage, FuzzTask } from './fuzz-child'
import { inline, rawWorkbook } from './raw-workbook'

const FIXTURES = join(root, 'tests/fixtures/import')
/** A case that takes longer is stuck, in milliseconds. */
const PATIENCE = 10_000

export interface FuzzResult {
  /** How often each outcome came: `read`, or the name of a refusal. */
  readonly counts: ReadonlyMap<string, number>
  /** The most memory that the process took, in megabytes. */
  readonly peakMb: number
  /** The case at which it died or was stuck, and how; null: none. */
  readonly failed: string | null
  /** Files that came into being in its folder. */
  readonly left: readonly string[]
}

const own = [
  {
    name: 'own.csv',
    bytes: Buffer.from('客户名称,电话,备注\r\n"示例, ""甲""",0571-1,"两\n行"\r\n示例乙,1,=1\r\n'),
  },
  { name: 'own-gbk.csv', bytes: Buffer.from('bfcdbba72cb5e7bbb00d0acabec0fd2c310d0a', 'hex') },
  {
    name: 'own.xlsx',
    bytes: rawWorkbook({
      sheets: [
        `<row r="1">${inline('A1', '客户名称')}${inline('B1', '电话')}</row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="0"><v>46027</v></c></row>`,
      ],
      strings: '<si><t>示例</t></si>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    }),
  },
]

/**
 * Reads hostile files, one after another, in a process with as much memory as a reading one has, which may read its own
 * bundle and nothing else, and write nowhere.
 */
export async function fuzzImport(seed: string, from: number, to: number): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'zhike-fuzz-'))
  try {
    const program = nodeBuild('fuzz-child', 'tests/support/import/fuzz-child.ts')
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      resolve: nodeResolve,
      ssr: { noExternal: true },
      build: { ...program, outDir: folder, ssr: true },
    })
    const fixtures = readdirSync(FIXTURES)
      .filter((name) => !name.endsWith('.md'))
      .map((name) => ({ name, bytes: readFileSync(join(FIXTURES, name)) }))
    // Workbooks that are read have more to be broken than files that are refused by their first bytes.
    const workbooks = [...fixtures, ...own].filter(({ name }) => name.endsWith('.xlsx'))
    const files = [...fixtures, ...own, ...workbooks, ...workbooks, ...workbooks]
    const result = await watched(folder, { seed, from, to, files })
    return { ...result, left: readdirSync(folder).filter((name) => name !== 'fuzz-child.cjs') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function watched(folder: string, task: FuzzTask): Promise<Omit<FuzzResult, 'left'>> {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  const child = fork(join(folder, 'fuzz-child.cjs'), [], {
    cwd: folder,
    execArgv: [
      '--max-old-space-size=160',
      '--max-semi-space-size=8',
      permission,
      `--allow-fs-read=${folder}/*`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-2000)))
  return new Promise((answer) => {
    const counts = new Map<string, number>()
    let at = task.from
    let ended = false
    const finish = (failed: string | null, peakMb: number) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      child.kill('SIGKILL')
      answer({ counts, peakMb, failed })
    }
    const stuck = () => {
      finish(`case ${at} is stuck`, 0)
    }
    let timer = setTimeout(stuck, PATIENCE)
    child.on('message', (said) => {
      const message = said as FuzzMessage
      clearTimeout(timer)
      timer = setTimeout(stuck, PATIENCE)
      if ('began' in message) at = message.began
      else if ('ended' in message) counts.set(message.as, (counts.get(message.as) ?? 0) + 1)
      else finish(null, message.peakMb)
    })
    child.on('exit', (code, signal) => {
      finish(`case ${at}: ${signal ?? String(code)} ${complaint}`, 0)
    })
    child.send(task)
  })
}
