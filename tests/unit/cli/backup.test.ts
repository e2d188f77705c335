import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runProgram } from '../../../cli/program'
import { localMinute } from '../../../node/backup/backup-name'
import { nodeFiles } from '../../../node/store'
import { allNotes, must, noted, opened } from '../../support/store'

const PASSPHRASE = '示例口令甲乙丙丁'

let root = ''
let data = ''
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'zhike-cli-'))
  data = join(root, '数据')
  const folder = await opened({ files: nodeFiles(), path: data })
  must(await folder.append([noted('a'), noted('b')]))
  await folder.close()
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

/** `typed`: at the terminal, one after the other; the last of them from then on. */
async function run(args: readonly string[], ...typed: readonly string[]) {
  const answers = [...typed]
  let out = ''
  const complaints: string[] = []
  const code = await runProgram(args, {
    workerFile: '',
    fontsDir: '',
    now: () => 5,
    write: (text) => (out += text),
    complain: (line) => complaints.push(line),
    ...(typed.length === 0
      ? {}
      : { askSecret: () => Promise.resolve((answers.length > 1 ? answers.shift() : answers[0]) ?? '') }),
  })
  return { code, out, complaints: complaints.join('\n') }
}

const notesIn = async (path: string) => allNotes(await opened({ files: nodeFiles(), path, seed: 'b' }))

describe('backup and restore of the command line', () => {
  it('bring a data folder back, and say what is in the archive before', async () => {
    const archive = join(root, 'a.zip')
    expect(await run(['backup', '--data', data, '--out', archive])).toMatchObject({ code: 0, complaints: '' })
    const looked = await run(['restore', archive, '--json'])
    expect(JSON.parse(looked.out)).toMatchObject({ changes: 2, records: 1, created: 5, encrypted: false })
    const into = join(root, '恢复')
    expect((await run(['restore', archive, '--into', into])).out).toContain(`已恢复到 ${into}`)
    expect(await notesIn(into)).toEqual(['a', 'b'])
    expect(await run(['restore', archive, '--into', into])).toMatchObject({
      code: 2,
      complaints: `${into}：不是空目录，没有恢复`,
    })
  })

  it('take a passphrase out of a file or from the terminal, and tell a wrong one from damage', async () => {
    const archive = join(root, 'a.zkb')
    const file = join(root, 'passphrase.txt')
    writeFileSync(file, `${PASSPHRASE}\r\n`)
    const made = await run(['backup', '--data', data, '--out', archive, '--passphrase-file', file])
    expect(made.out).toContain('已加密')
    expect(await run(['restore', archive])).toMatchObject({ code: 2 })
    expect(await run(['restore', archive, '--ask'], '不是这个口令')).toMatchObject({
      code: 2,
      complaints: `${archive}：口令不对，什么也没有改动`,
    })
    const into = join(root, '恢复')
    expect(await run(['restore', archive, '--ask', '--into', into], PASSPHRASE)).toMatchObject({ code: 0 })
    expect(await notesIn(into)).toEqual(['a', 'b'])
    truncateSync(archive, readFileSync(archive).length - 5)
    expect(await run(['restore', archive, '--passphrase-file', file])).toMatchObject({ code: 1 })
    expect(await run(['backup', '--data', data, '--out', archive, '--ask'], '短口令')).toMatchObject({
      code: 2,
      complaints: '口令太短，至少要 8 个字',
    })
  })

  it('ask twice for a new passphrase, take none of over 200 characters, and say times by the calendar of here', async () => {
    const archive = join(root, 'b.zkb')
    const backup = ['backup', '--data', data, '--out', archive, '--ask']
    expect(await run(backup, PASSPHRASE, '示例口令甲丁戊己庚辛')).toMatchObject({
      code: 2,
      complaints: '两遍口令不一样，没有备份',
    })
    expect(await run(backup, '长'.repeat(201))).toMatchObject({
      code: 2,
      complaints: '口令太长，最多 200 个字',
    })
    expect(existsSync(archive)).toBe(false)
    expect(await run(backup, PASSPHRASE, PASSPHRASE)).toMatchObject({ code: 0 })
    const { day, minute } = localMinute(5)
    const looked = await run(['restore', archive, '--ask'], PASSPHRASE)
    expect(looked.out).toContain(`做于 ${day} ${minute.slice(0, 2)}:${minute.slice(2)}，`)
  })
})
