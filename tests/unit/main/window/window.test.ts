import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeWithHandshake, CLOSING_TIME } from '../../../../main/window/close-handshake'
import { keepPlacement, placeWindow, readPlacement } from '../../../../main/window/placement'

const office = { x: 0, y: 0, width: 1366, height: 728 }
const second = { x: 1366, y: 0, width: 1920, height: 1040 }

describe('where the window opens', () => {
  test('the first time in the middle of the main screen', () => {
    expect(placeWindow(null, [second, office])).toEqual({
      bounds: { x: 1366 + 277, y: 136, width: 1366, height: 768 },
      maximised: false,
    })
  })

  test('on a small screen it is no larger than the screen', () => {
    expect(placeWindow(null, [office]).bounds).toEqual(office)
  })

  test('later as it stood, also on another screen', () => {
    const stood = { bounds: { x: 1500, y: 50, width: 1400, height: 900 }, maximised: true }
    expect(placeWindow(stood, [office, second])).toEqual(stood)
  })

  test('in the middle of the main screen when its screen is gone', () => {
    const stood = { bounds: { x: 1500, y: 50, width: 1400, height: 900 }, maximised: false }
    expect(placeWindow(stood, [office]).bounds).toEqual(office)
  })

  test('where it can be taken hold of: not above the screen', () => {
    const stood = { bounds: { x: 100, y: -60, width: 1100, height: 700 }, maximised: false }
    expect(placeWindow(stood, [office]).bounds).toEqual(office)
  })

  test('not smaller than it may be', () => {
    const stood = { bounds: { x: 0, y: 0, width: 200, height: 100 }, maximised: false }
    expect(placeWindow(stood, [office]).bounds).toEqual({ x: 0, y: 0, width: 1024, height: 640 })
  })

  test('a place is kept and read back; a damaged file is no place', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zhike-window-')), 'window.json')
    const stood = { bounds: { x: 1, y: 2, width: 1100, height: 700 }, maximised: true }
    expect(readPlacement(file)).toBeNull()
    keepPlacement(file, stood)
    expect(readPlacement(file)).toEqual(stood)
    writeFileSync(file, '{"bounds":{"x":"1"}}')
    expect(readPlacement(file)).toBeNull()
  })
})

describe('closing the window', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function aWindow(canAnswer = true) {
    const listeners: ((event: { preventDefault: () => void }) => void)[] = []
    const window = { askToClose: vi.fn(), destroy: vi.fn(), canAnswer: () => canAnswer }
    const handshake = closeWithHandshake({ ...window, onClose: (listener) => listeners.push(listener) })
    const close = () => {
      let isPrevented = false
      for (const listener of listeners) listener({ preventDefault: () => (isPrevented = true) })
      return isPrevented
    }
    return { ...window, handshake, close }
  }

  test('waits until the draft is put down', () => {
    const { handshake, close, askToClose, destroy } = aWindow()
    expect(close()).toBe(true)
    expect(askToClose).toHaveBeenCalledOnce()
    expect(destroy).not.toHaveBeenCalled()
    handshake.finish()
    expect(destroy).toHaveBeenCalledOnce()
  })

  test('asks once, however often it is closed', () => {
    const { close, askToClose } = aWindow()
    close()
    close()
    expect(askToClose).toHaveBeenCalledOnce()
  })

  test('goes on without an answer after a while, and only once', () => {
    const { handshake, close, destroy } = aWindow()
    close()
    vi.advanceTimersByTime(CLOSING_TIME - 1)
    expect(destroy).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    handshake.finish()
    expect(destroy).toHaveBeenCalledOnce()
  })

  test('does not wait for a page that is not there', () => {
    const { close, askToClose, destroy } = aWindow(false)
    close()
    expect(askToClose).not.toHaveBeenCalled()
    expect(destroy).toHaveBeenCalledOnce()
  })
})
