import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { computerName } from '../../../../main/start/computer'

const counting = () => {
  let next = 0
  return (length: number) => new Uint8Array(length).fill(++next)
}
const folder = () => mkdtempSync(join(tmpdir(), 'zhike-computer-'))

test('this computer keeps its name, and another one has another', () => {
  const home = join(folder(), 'not', 'there yet')
  const random = counting()
  const name = computerName(home, random)
  expect(name).toBe('01'.repeat(16))
  expect(computerName(home, random)).toBe(name)
  expect(computerName(folder(), random)).not.toBe(name)
})

test('a damaged name is replaced, so that two computers never share a broken one', () => {
  const home = folder()
  writeFileSync(join(home, 'computer'), '')
  expect(computerName(home, counting())).toBe('01'.repeat(16))
})

test('where no name can be kept, the network’s name does', () => {
  const home = join(folder(), 'file')
  writeFileSync(home, '')
  expect(computerName(home, counting())).toBe(hostname())
  rmSync(home)
})
