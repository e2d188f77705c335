import { describe, expect, it } from 'vitest'
import { keyCommand, optionDigit, pressOf } from '../../../../../renderer/features/form-editor/keys'
import type { KeyPlace, KeyPress } from '../../../../../renderer/features/form-editor/keys'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  composing: false,
  ...more,
})
const text: KeyPlace = { longText: false, inRow: false, inField: true }
const longText: KeyPlace = { ...text, longText: true }
const cell: KeyPlace = { ...text, inRow: true }
const beside: KeyPlace = { ...text, inField: false }

describe('the keys of the form', () => {
  it('goes on with Enter and Tab, back with Shift', () => {
    expect(keyCommand(press('Enter'), text)).toBe('next')
    expect(keyCommand(press('Tab'), text)).toBe('next')
    expect(keyCommand(press('Enter', { shift: true }), text)).toBe('previous')
    expect(keyCommand(press('Tab', { shift: true }), text)).toBe('previous')
  })

  it('submits, closes or reopens, and goes on to the next form with keys of their own, from anywhere', () => {
    for (const place of [longText, cell, beside]) {
      expect(keyCommand(press('F9'), place)).toBe('submit')
      expect(keyCommand(press('F9', { shift: true }), place)).toBe('closeOrReopen')
      expect(keyCommand(press('F8'), place)).toBe('nextForm')
      expect(keyCommand(press('F9', { composing: true }), place)).toBeNull()
    }
  })

  it('moves on with Enter in long text too, where Shift+Enter and Ctrl+Enter break the line', () => {
    expect(keyCommand(press('Enter'), longText)).toBe('next')
    expect(keyCommand(press('Enter', { shift: true }), longText)).toBe('lineBreak')
    expect(keyCommand(press('Enter', { ctrl: true }), longText)).toBe('lineBreak')
    expect(keyCommand(press('Tab', { shift: true }), longText)).toBe('previous')
  })

  it('inserts and deletes rows with Ctrl in rows only', () => {
    expect(keyCommand(press('Enter', { ctrl: true }), cell)).toBe('insertRow')
    expect(keyCommand(press('Delete', { ctrl: true }), cell)).toBe('deleteRow')
    expect(keyCommand(press('Delete', { ctrl: true }), text)).toBeNull()
    expect(keyCommand(press('Enter', { ctrl: true }), text)).toBeNull()
  })

  it.each(['Enter', 'Tab', 'Escape', 's', 'z'])('leaves %s to the input method while it composes', (key) => {
    expect(keyCommand(press(key, { composing: true, ctrl: key.length === 1 }), longText)).toBeNull()
  })

  it('knows composition by the flag and by key code 229', () => {
    const event = {
      key: 'Enter',
      keyCode: 13,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      altKey: false,
      isComposing: false,
    }
    expect(pressOf(event).composing).toBe(false)
    expect(pressOf({ ...event, keyCode: 229 }).composing).toBe(true)
    expect(pressOf({ ...event, isComposing: true }).composing).toBe(true)
  })

  it('saves, prints, undoes and zooms from anywhere on the page, moves only within the sheet', () => {
    const ctrl = (key: string, shift = false) => keyCommand(press(key, { ctrl: true, shift }), beside)
    expect(['s', 'p', 'z', 'y', '=', '-', '0'].map((key) => ctrl(key))).toEqual([
      'save',
      'print',
      'undo',
      'redo',
      'zoomIn',
      'zoomOut',
      'zoomReset',
    ])
    expect(ctrl('Z', true)).toBe('redo')
    expect(keyCommand(press('Enter'), beside)).toBeNull()
    expect(keyCommand(press('Tab'), beside)).toBeNull()
    expect(keyCommand(press('Escape'), beside)).toBe('leave')
  })

  it('leaves keys with Alt alone', () => {
    expect(keyCommand(press('ArrowDown', { alt: true }), text)).toBeNull()
    expect(keyCommand(press('Enter', { alt: true }), text)).toBeNull()
  })
})

describe('digits for tick boxes', () => {
  it('reads 1–9, 0 as ten, and full-width digits', () => {
    expect(['1', '9', '0', '３', '０'].map(optionDigit)).toEqual([1, 9, 10, 3, 10])
  })

  it('reads no other key as a digit', () => {
    expect(['a', ' ', 'F1', '10', 'Enter', ''].map(optionDigit)).toEqual([null, null, null, null, null, null])
  })
})
