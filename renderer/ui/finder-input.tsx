import InputBase, { type InputBaseProps } from '@mui/material/InputBase'
import { useEffect, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

/** The place of the box that finds everything. */
export const finderPlace = { flex: '0 1 420px', minWidth: 200 } as const

/** The box itself, before and after what it finds can be shown. */
export function FinderInput({ inputProps, ...props }: InputBaseProps) {
  const { t } = useTranslation('finder')
  return (
    <InputBase
      {...props}
      placeholder={t('placeholder')}
      inputProps={{ ...inputProps, 'aria-label': t('label') }}
      endAdornment={<kbd aria-hidden>{t('key')}</kbd>}
      sx={{
        width: '100%',
        height: 34,
        px: 3.5,
        fontSize: 14,
        border: '1px solid var(--zk-hairline)',
        borderRadius: 17,
        backgroundColor: 'var(--zk-surface)',
        '&.Mui-focused': { outline: '2px solid var(--zk-blue)', outlineOffset: -1 },
        '& input::placeholder': { color: 'var(--zk-ink-soft)', opacity: 1 },
      }}
    />
  )
}

/** Ctrl+K leads to it from anywhere. */
export function useFinderKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented)
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [input])
}

/** What was done with the box before it could answer: it goes on from there. */
export interface FinderBegin {
  readonly text: string
  /** Enter was pressed behind the text, or Ctrl+Enter. */
  readonly enter: 'first' | 'second' | null
  /** Where the keyboard stood in it; null: elsewhere. */
  readonly selection: readonly [from: number, to: number] | null
}

export const untouched: FinderBegin = { text: '', enter: null, selection: null }
