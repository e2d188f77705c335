import Button from '@mui/material/Button'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { FrameStore } from './frame-state'

/** Who is working here; one click on another name changes it. Alt+P opens the whole list, digits pick. */
export function PersonBar({ store }: { readonly store: FrameStore }) {
  const button = useRef<HTMLButtonElement>(null)
  const { t } = useTranslation('people')
  const person = useStore(store, ({ facts }) => facts.person)
  const others = useStore(store, ({ facts }) => facts.others)
  const isOpen = useStore(store, ({ people }) => people === 'list')
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !event.altKey || event.ctrlKey || event.code !== 'KeyP') return
      event.preventDefault()
      button.current?.focus()
      store.setState({ people: 'list' })
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [store])
  const label = person ?? t('nobody')
  return (
    <>
      <Button
        ref={button}
        data-anchor="person"
        variant="text"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={t('switch', { person: label })}
        sx={{ color: person ? 'var(--zk-ink-soft)' : 'var(--zk-amber-text)', maxWidth: 320 }}
        onClick={() => {
          store.setState({ people: 'list' })
        }}
      >
        {label}
      </Button>
      {others.map(({ id, name }) => (
        <Button
          key={id}
          variant="text"
          size="small"
          aria-label={t('switchTo', { name })}
          title={t('switchTo', { name })}
          sx={{
            color: 'var(--zk-ink-soft)',
            fontSize: 12,
            minWidth: 0,
            px: 1.5,
            whiteSpace: 'nowrap',
            '@media (max-width: 1199px)': { display: 'none' },
          }}
          onClick={() => {
            store.setState({ people: { id } })
          }}
        >
          {name}
        </Button>
      ))}
    </>
  )
}
