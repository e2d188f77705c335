import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentPolicy, withNonce } from '../../../../main/security/content-policy'
import { isOwn, mayLoad } from '../../../../main/security/origin'
import { servedFile } from '../../../../main/security/served-file'

describe('files that are served', () => {
  const out = join('/', 'program', 'out')
  test.each([
    ['app://zhike/', 'renderer/index.html', 'text/html; charset=utf-8'],
    ['app://zhike/index.html#/records', 'renderer/index.html', 'text/html; charset=utf-8'],
    [
      'app://zhike/assets/index-Ab_1.js?v=1',
      'renderer/assets/index-Ab_1.js',
      'text/javascript; charset=utf-8',
    ],
    [
      'app://zhike/assets/pdf.worker.min-x.mjs',
      'renderer/assets/pdf.worker.min-x.mjs',
      'text/javascript; charset=utf-8',
    ],
    ['app://zhike/fonts/serif.ttf', 'fonts/serif.ttf', 'font/ttf'],
    ['app://zhike/print/print.html', 'renderer/print/print.html', 'text/html; charset=utf-8'],
  ])('%s is %s', (address, path, type) => {
    expect(servedFile(address, out)).toEqual({ path: join(out, path), type })
  })

  test('a path that climbs stays inside all the same', () => {
    const climbing = servedFile('app://zhike/%2e%2e/../../etc/passwd.txt', out)
    expect(climbing?.path).toBe(join(out, 'renderer/etc/passwd.txt'))
  })

  test.each([
    'app://zhike/..%2fmain/index.cjs',
    'app://zhike/fonts/..%5c..%5cmain%5cindex.js',
    'app://zhike/fonts/%2e%2e%2fmain/index.js',
    'app://zhike/assets//index.js',
    'app://zhike/.hidden.js',
    'app://zhike/c:/windows/x.js',
    'app://zhike/a%00.js',
    'app://zhike/%zz.js',
    'app://zhike/main/index.cjs',
    'app://zhike/assets',
    'app://zhike/assets/x.exe',
    'not an address',
  ])('%s is not served', (address) => {
    const file = servedFile(address, out)
    expect(file).toBeNull()
  })
})

describe('the program’s own origin', () => {
  test.each(['app://zhike/index.html', 'app://zhike/#/records'])('%s belongs to it', (address) => {
    expect(isOwn(address)).toBe(true)
  })
  test.each([
    'app://zhike.example/',
    'app://other/',
    'https://zhike/',
    'file:///zhike',
    'app://user@zhike/',
    'zhike',
    '',
  ])('%j does not', (address) => {
    expect(isOwn(address)).toBe(false)
  })

  test('only its own files and what a page has made itself may be loaded', () => {
    const loads = (address: string) => mayLoad(address, [])
    expect(loads('app://zhike/fonts/sans.ttf')).toBe(true)
    expect(loads('blob:app://zhike/1234')).toBe(true)
    expect(loads('data:image/png;base64,AA==')).toBe(true)
    expect(loads('blob:https://example.com/1234')).toBe(false)
    expect(
      ['http://localhost/', 'https://example.com/', 'ws://a/', 'file:///etc/passwd', 'ftp://a/'].some(loads),
    ).toBe(false)
    expect(mayLoad('http://localhost:5173/x.js', ['http://localhost:5173'])).toBe(true)
  })
})

describe('the content security policy', () => {
  const policy = contentPolicy('N0nce', null)
  test('denies by default, and allows no inline script, no eval and no other origin', () => {
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).toContain("style-src 'self' 'nonce-N0nce'")
  })

  test('only development allows its bundler', () => {
    const relaxed = contentPolicy('', { origin: 'http://localhost:5173' })
    expect(relaxed).toContain("connect-src 'self' ws://localhost:5173")
  })

  test('the nonce is said to the page in its head', () => {
    expect(withNonce('<html><head><title>x</title></head></html>', 'ab+/=')).toBe(
      '<html><head><meta property="csp-nonce" nonce="ab+/=" /><title>x</title></head></html>',
    )
  })
})
