import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchTeamFolder } from '../../../../../node/team/carrier/watch-team-folder'

describe('watching a team folder for hints', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  const watched = () => {
    const said = { hints: 0, closed: 0, changed: () => undefined, failed: () => undefined }
    const end = watchTeamFolder({
      root: '/x',
      quiet: 100,
      onHint: () => said.hints++,
      start: (_root, changed, failed) => {
        Object.assign(said, { changed, failed })
        return { close: () => said.closed++ }
      },
    })
    return { said, end }
  }

  it('gives one hint for a bunch of changes, and another for the next bunch', () => {
    const { said } = watched()
    for (let at = 0; at < 50; at++) said.changed()
    expect(said.hints).toBe(0)
    vi.advanceTimersByTime(100)
    expect(said.hints).toBe(1)
    said.changed()
    vi.advanceTimersByTime(100)
    expect(said.hints).toBe(2)
  })

  it('gives a hint also while changes never stop', () => {
    const { said } = watched()
    for (let at = 0; at < 50; at++) {
      said.changed()
      vi.advanceTimersByTime(10)
    }
    expect(said.hints).toBeGreaterThanOrEqual(4)
  })

  it('is silent after its end and after an error', () => {
    const ended = watched()
    ended.said.changed()
    ended.end()
    ended.said.changed()
    const failed = watched()
    failed.said.changed()
    failed.said.failed()
    failed.said.changed()
    vi.advanceTimersByTime(1_000)
    expect([ended.said.hints, ended.said.closed]).toEqual([0, 1])
    expect([failed.said.hints, failed.said.closed]).toEqual([0, 1])
  })

  it('does without a watcher that cannot be started or closed', () => {
    const start = () => {
      throw new Error('ENOSPC')
    }
    expect(() => watchTeamFolder({ root: '/x', onHint: () => undefined, start })()).not.toThrow()
    const close = start
    expect(() =>
      watchTeamFolder({ root: '/x', onHint: () => undefined, start: () => ({ close }) })(),
    ).not.toThrow()
    expect(() => watchTeamFolder({ root: '/not there at all', onHint: () => undefined })()).not.toThrow()
  })
})
