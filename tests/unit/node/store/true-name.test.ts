import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { trueName } from '../../../../node/store/true-name'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'zhike-name-')))
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

it('knows a place behind a link, also one that is not there yet', async () => {
  const data = join(root, 'data')
  mkdirSync(data)
  symlinkSync(data, join(root, 'link'), 'junction')
  expect(await trueName(join(root, 'link', 'new', 'deep'))).toBe(join(await trueName(data), 'new', 'deep'))
  expect(await trueName(join(root, 'link'))).toBe(await trueName(data))
})
