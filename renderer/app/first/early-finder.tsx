import Box from '@mui/material/Box'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { FinderInput, finderPlace, useFinderKey, type FinderBegin } from '../../ui/finder-input'
import type { FrameStore } from './frame-state'

export interface EarlyFinderProps {
  /** What is done here is kept in it; whole once this is taken away. */
  readonly store: FrameStore
  /** An input method composes, or a key of the mouse is held down: it cannot be taken away now. */
  readonly onBusy: (busy: boolean) => void
}

/** The box that finds everything, before there is anything to find: it takes what is typed. */
export function EarlyFinder({ store, onBusy }: EarlyFinderProps) {
  const input = useRef<HTMLInputElement>(null)
  const text = useStore(store, ({ finder }) => finder.text)
  useFinderKey(input)
  const note = (part: Partial<FinderBegin>) => {
    store.setState(({ finder }) => ({ finder: { ...finder, ...part } }))
  }
  const put = (typed: string) => {
    note({ text: typed, enter: null })
  }
  useLayoutEffect(() => {
    const box = input.current
    return () => {
      if (box === null || document.activeElement !== box) return
      const end = box.value.length
      const selection = [box.selectionStart ?? end, box.selectionEnd ?? end] as const
      store.setState(({ finder }) => ({ finder: { ...finder, selection } }))
    }
  }, [store])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      put('')
      input.current?.blur()
    } else if (event.key === 'Enter' && text.trim() !== '')
      note({ enter: event.ctrlKey || event.metaKey ? 'second' : 'first' })
    else return
    event.preventDefault()
  }
  return (
    <Box sx={finderPlace}>
      <FinderInput
        inputRef={input}
        value={text}
        onChange={(event) => {
          put(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          put('')
        }}
        onCompositionStart={() => {
          onBusy(true)
        }}
        onCompositionEnd={() => {
          onBusy(false)
        }}
        onPointerDown={() => {
          onBusy(true)
          const over = new AbortController()
          // A pull at selected text, or a finger that scrolls, ends without letting the key go.
          for (const sign of ['pointerup', 'pointercancel', 'dragend'])
            window.addEventListener(
              sign,
              () => {
                over.abort()
                onBusy(false)
              },
              { signal: over.signal },
            )
        }}
      />
    </Box>
  )
}
