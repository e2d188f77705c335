import { describe, expect, it } from 'vitest'
import { argumentsBack, argumentsForDemo, demoArgument } from '../../../../main/demo/arguments'
import { demoFolder, isDemoFolder } from '../../../../main/demo/place'
import { locate } from '../../../../main/start/location'

describe('the command line of the demo data', () => {
  it('asks for them, or for them anew, and for nothing else', () => {
    expect(demoArgument(['app', '--demo'])).toBe('open')
    expect(demoArgument(['app', '--demo=anew'])).toBe('anew')
    expect(demoArgument(['app', '--demolish', '--data=demo'])).toBeNull()
  })

  it('leads there and back to the data folder that was given', () => {
    const real = ['app', '--user-data-dir=/home', '--data=/real']
    const there = argumentsForDemo(real, 'open', '/real')
    expect(there).toEqual(['app', '--user-data-dir=/home', '--demo', '--demo-from=/real'])
    expect(argumentsBack(there)).toEqual(['app', '--user-data-dir=/home', '--data=/real'])
  })

  it('leads back to the usual place where none was given', () => {
    const there = argumentsForDemo(['app'], 'open', null)
    expect(there).toEqual(['app', '--demo'])
    expect(argumentsBack(there)).toEqual(['app'])
  })

  it('keeps the way back when they are made anew, once and again', () => {
    const there = argumentsForDemo(['app', '--data', '/real'], 'open', '/real')
    const anew = argumentsForDemo(argumentsForDemo(there, 'anew', null), 'anew', null)
    expect(anew).toEqual(['app', '--demo=anew', '--demo-from=/real'])
    expect(argumentsBack(anew)).toEqual(['app', '--data=/real'])
  })
})

describe('where the demo data are', () => {
  const home = '/home/person/zhike'
  const at = (argv: readonly string[]) => locate({ argv, env: { ZHIKE_DATA: '/env' }, cwd: '/', home })

  it('is a place in the program’s own folder, whatever the environment says', () => {
    expect(at(['app', '--demo'])).toEqual({ origin: 'argument', path: demoFolder(home) })
    expect(isDemoFolder(home, at(['app', '--demo']).path)).toBe(true)
  })

  it('is left for a data folder that is named', () => {
    expect(at(['app', '--demo', '--data=/other']).path).toBe('/other')
    expect(isDemoFolder(home, '/other')).toBe(false)
    expect(isDemoFolder(home, at(['app']).path)).toBe(false)
  })
})
