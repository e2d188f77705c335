// npm run looks: draws every form, compares the pages with the approved ones and shows what differs side by side.
// npm run looks -- --approve [CODE …]: takes the pages that differ (of these forms, or of all) for approved.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureTestPrograms } from './install-system.mjs'

const root = join(import.meta.dirname, '..')
const approved = join(root, 'tests/looks/approved')
const review = join(root, 'out/looks')
const [flag, ...codes] = process.argv.slice(2)
if (flag !== undefined && flag !== '--approve') {
  console.error('npm run looks [-- --approve [CODE …]]')
  process.exit(2)
}

const missing = ensureTestPrograms()
if (missing) {
  console.error(missing)
  process.exit(1)
}
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'looks', '--reporter=dot'], {
  cwd: root,
  stdio: flag ? 'ignore' : 'inherit',
})

const suffix = '.now.png'
const pages = (existsSync(review) ? readdirSync(review) : [])
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length))
  .sort()

if (flag === '--approve') approve()
else report()

function approve() {
  const chosen = pages.filter(
    (name) => codes.length === 0 || codes.some((code) => name.startsWith(`${code}-`)),
  )
  mkdirSync(approved, { recursive: true })
  for (const name of chosen) copyFileSync(join(review, `${name}${suffix}`), join(approved, `${name}.png`))
  const drawn = new Set(pages)
  const gone = readdirSync(approved)
    .map((name) => name.replace(/\.png$/, ''))
    .filter((name) => isGone(name, drawn))
  for (const name of gone) rmSync(join(approved, `${name}.png`))
  console.log(`${chosen.length} approved, ${gone.length} removed`)
}

/** Pages of forms that are no longer in the catalogue. */
function isGone(name, drawn) {
  const [, code = ''] = /^(.*)-(?:blank|sample)-\d+$/.exec(name) ?? []
  const source = join(root, 'shared/catalogue', code.split('-')[0] ?? '', `${code}.form`)
  return !existsSync(source) && !drawn.has(name)
}

function report() {
  const picture = (title, file) =>
    existsSync(file)
      ? `<figure><img src="${relative(review, file)}"><figcaption>${title}</figcaption></figure>`
      : `<figure><p>—</p><figcaption>${title}</figcaption></figure>`
  const rows = pages.map(
    (name) => `<h2>${name}</h2><div>
${picture('approved', join(approved, `${name}.png`))}
${picture('now', join(review, `${name}${suffix}`))}
${picture('difference', join(review, `${name}.difference.png`))}
</div>`,
  )
  const page = `<!doctype html><meta charset="utf-8"><title>Looks</title>
<style>body{font:14px sans-serif;margin:2em;background:#ddd}div{display:flex;gap:1em}figure{margin:0}img{border:1px solid #999}</style>
<h1>${pages.length} pages differ</h1>
${rows.join('\n')}`
  mkdirSync(review, { recursive: true })
  const file = join(review, 'index.html')
  writeFileSync(file, page)
  console.log(`${pages.length} pages differ; side by side: ${relative(root, file)}`)
  process.exit(status === 0 ? 0 : 1)
}
