// npm run seed -- --records 100000: makes a data folder that a department could have filled.
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '..')
const usage =
  'npm run seed -- --records 100000 [--seed 1] [--out 文件夹] [--customers N] [--until 2026-11-20]'

/** @returns {never} */
function refuse(message) {
  console.error(`${message}\n${usage}`)
  process.exit(2)
}

function readOptions() {
  const text = { type: 'string' }
  try {
    const options = { records: text, seed: text, out: text, customers: text, until: text }
    return parseArgs({ options }).values
  } catch (error) {
    return refuse(`看不懂的参数：${error.message}`)
  }
}

function wholeNumber(name, given, least, otherwise) {
  if (given === undefined) return otherwise
  if (!/^\d{1,7}$/.test(given) || Number(given) < least)
    refuse(`--${name} 应是不小于 ${least} 的整数，收到“${given}”`)
  return Number(given)
}

const given = readOptions()
const records = wholeNumber('records', given.records, 1, undefined)
if (records === undefined) refuse('请用 --records 说明要造多少份单据')
const seed = wholeNumber('seed', given.seed, 0, 1)
const customers = wholeNumber('customers', given.customers, 1, undefined)
const until = given.until ?? '2026-11-20'
if (!/^20[2-9]\d-\d{2}-\d{2}$/.test(until) || new Date(`${until}T00:00:00Z`).toJSON()?.slice(0, 10) !== until)
  refuse(`--until 应是日期，如 2026-11-20，收到“${until}”`)
// npm changes to the project's folder; paths that a person types are meant from where they stand.
const dir = resolve(process.env.INIT_CWD ?? '.', given.out ?? join(root, `out/seed-${records}-${seed}`))
try {
  mkdirSync(dir, { recursive: true })
  if (readdirSync(dir).length > 0) refuse(`${dir} 不是空的，没有写入任何内容；请用 --out 换一个空文件夹`)
} catch (error) {
  refuse(`${dir} 不能使用（${error.message}），没有写入任何内容；请用 --out 换一个文件夹`)
}

const began = performance.now()
const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'warn',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
})
try {
  const { makeSeedFolder } = await server.ssrLoadModule('/node/demo/index.ts')
  const progress = (written) => {
    if (written % 10_000 === 0) console.log(`${written} / ${records} 份单据，${seconds()} 秒`)
  }
  const made = await makeSeedFolder({ dir, records, seed, customers, until, progress })
  const megabytes = (sizeOf(dir) / 1e6).toFixed(1)
  console.log(
    `${dir}\n${made.records} 份单据（${made.templates} 种表单）、${made.customers} 个客户，共 ${made.changes} 次变更，${megabytes} MB，用时 ${seconds()} 秒。`,
  )
} finally {
  await server.close()
}
process.exit(0)

function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0)
}
