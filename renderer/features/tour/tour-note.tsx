import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Popper from '@mui/material/Popper'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui'
import { NoteCard } from './note-card'
import type { TourStep } from './steps'
import type { Anchor } from './use-anchor'

export interface TourNoteProps {
  readonly step: TourStep
  readonly at: number
  readonly of: number
  /** What the note points at; null while the page does not show it: then it stands in the corner. */
  readonly anchor: Anchor | null
  readonly onBack: () => void
  readonly onNext: () => void
  readonly onEnd: () => void
}

/** One step: a ring around what is meant, and a note beside it. What lies around can be used as ever. */
export function TourNote(props: TourNoteProps) {
  const { step, anchor } = props
  if (anchor === null)
    return (
      <Box data-tour={step.name} sx={{ position: 'fixed', right: 24, bottom: 24, zIndex: 1200 }}>
        <Words {...props} />
      </Box>
    )
  return (
    <>
      <Ring anchor={anchor} />
      <Popper
        open
        anchorEl={anchor.element}
        placement={step.side}
        data-tour={step.name}
        data-shown
        modifiers={[
          { name: 'offset', options: { offset: [0, 12] } },
          { name: 'preventOverflow', options: { padding: 16, altAxis: true, tether: false } },
        ]}
        sx={{ zIndex: 1200 }}
      >
        <Words {...props} />
      </Popper>
    </>
  )
}

function Words({ step, at, of, onBack, onNext, onEnd }: TourNoteProps) {
  const { t } = useTranslation('tour')
  const isLast = at === of - 1
  const main = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Nothing is taken out of the hands of a person who types.
    if (document.activeElement === document.body) main.current?.focus()
  }, [])
  return (
    <NoteCard
      title={t(`step.${step.name}.title`)}
      text={t(`step.${step.name}.text`)}
      place={t('place', { step: at + 1, of })}
      onEscape={onEnd}
    >
      {!isLast && (
        <Button variant="text" onClick={onEnd} sx={{ color: 'var(--zk-ink-soft)', ml: -2 }}>
          {t('skip')}
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      {at > 0 && (
        <Button onClick={onBack} aria-keyshortcuts="Alt+ArrowLeft">
          {t('back')}
        </Button>
      )}
      <Button
        ref={main}
        variant="contained"
        color="primary"
        onClick={onNext}
        aria-keyshortcuts="Alt+ArrowRight"
      >
        {t(isLast ? 'finish' : 'next')}&nbsp;
        <Keys keys="Alt →" />
      </Button>
    </NoteCard>
  )
}

/** Pixels between what is meant and the ring around it. */
const GAP = 5

function Ring({ anchor: { x, y, width, height } }: { readonly anchor: Anchor }) {
  return (
    <Box
      aria-hidden
      style={{ left: x - GAP, top: y - GAP, width: width + 2 * GAP, height: height + 2 * GAP }}
      sx={{
        position: 'fixed',
        zIndex: 1150,
        pointerEvents: 'none',
        border: '2px solid var(--zk-seal)',
        borderRadius: 1.5,
        outline: '4px solid var(--zk-seal-soft)',
      }}
    />
  )
}
