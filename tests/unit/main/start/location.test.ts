import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataArgument, withDataArgument } from '../../../../main/start/arguments'
import { locate, locationFile, writeLocation } from '../../../../main/start/location'
import { profileFolder } from '../../../../main/start/profile'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zhike-home-'))
})

describe('where the data folder is', () => {
  const around = (argv: readonly string[], env: Record<string, string> = {}) =>
    locate({ argv, env, cwd: '/somewhere', home })

  test('an argument counts before the environment, and that before the location file', async () => {
    await writeLocation(home, '/chosen')
    const env = { ZHIKE_DATA: 'from-env' }
    const argument = around(['zhike', '--data', 'given'], env)
    expect(argument).toEqual({ origin: 'argument', path: resolve('/somewhere/given') })
    expect(around(['zhike'], env)).toEqual({ origin: 'environment', path: resolve('/somewhere/from-env') })
    expect(around(['zhike'])).toEqual({ origin: 'chosen', path: resolve('/chosen') })
  })

  test('without anybody’s choice it is the usual place', () => {
    expect(around(['zhike'])).toEqual({ origin: 'standard', path: join(home, 'data') })
  })

  test.each(['', '{', '[]', '{"path":""}', '{"path":7}', 'null'])(
    'a location file that says %j leads nowhere, least of all to a new folder',
    (text) => {
      writeFileSync(locationFile(home), text)
      expect(around(['zhike'])).toMatchObject({ origin: 'unreadable', path: locationFile(home) })
    },
  )

  test('a chosen folder with Chinese characters and spaces is remembered as it is', async () => {
    await writeLocation(home, '/某个 盘/客服 数据')
    expect(around([])).toEqual({ origin: 'chosen', path: resolve('/某个 盘/客服 数据') })
    expect(readFileSync(locationFile(home), 'utf8')).toContain('客服 数据')
  })
})

describe('the argument --data', () => {
  test('is read in both spellings, the last one counts', () => {
    expect(dataArgument(['a', '--data', 'x', '--data=y'])).toBe('y')
    expect(dataArgument(['a', '--data='])).toBeUndefined()
    expect(dataArgument(['a', '--data'])).toBeUndefined()
    expect(dataArgument(['a', '--database=z'])).toBeUndefined()
  })

  test('is replaced or taken out for the next start, and nothing else is', () => {
    const argv = ['project', '--data', 'x', '--no-sandbox', '--data=y']
    expect(withDataArgument(argv, '/new')).toEqual(['project', '--no-sandbox', '--data=/new'])
    expect(withDataArgument(argv, null)).toEqual(['project', '--no-sandbox'])
  })
})

describe('the profile of a data folder', () => {
  test('is the same through a link, and another one for another folder', () => {
    const real = join(home, 'real')
    mkdirSync(real)
    symlinkSync(real, join(home, 'link'))
    expect(profileFolder(home, join(home, 'link'))).toBe(profileFolder(home, real))
    expect(profileFolder(home, join(home, 'other'))).not.toBe(profileFolder(home, real))
  })

  test('of a folder that is made later is the same before and after', () => {
    const later = join(home, 'a', 'b')
    const before = profileFolder(home, later)
    mkdirSync(later, { recursive: true })
    expect(profileFolder(home, later)).toBe(before)
  })
})
