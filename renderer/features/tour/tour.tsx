import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useAppState, useServices } from '../../stores'
import { useIsDemo } from '../demo'
import { Offer } from './offer'
import { stepAt, steps } from './steps'
import { TourNote } from './tour-note'
import { findAnchor, useAnchor } from './use-anchor'

/** The tour of the demo data: offered once, gone through step by step, gone on with where it was left. */
export function Tour() {
  const isDemo = useIsDemo()
  const { app } = useServices()
  const tour = useAppState((state) => state.settings.tour)
  const go = useCallback(
    (to: number) => void app.change({ tour: to >= steps.length ? 'done' : Math.max(0, to) }),
    [app],
  )
  const end = useCallback(() => void app.change({ tour: 'done' }), [app])
  if (!isDemo || tour === 'done') return null
  if (tour === undefined)
    return (
      <Offer
        onBegin={() => {
          go(0)
        }}
        onNotNow={end}
      />
    )
  return <Steps at={Math.min(tour, steps.length - 1)} onGo={go} onEnd={end} />
}

interface StepsProps {
  readonly at: number
  readonly onGo: (to: number) => void
  readonly onEnd: () => void
}

function Steps({ at, onGo, onEnd }: StepsProps) {
  const step = stepAt(at)
  const arrived = usePlace(at)
  const anchor = useAnchor(step.anchor)
  useTourKeys(at, onGo)
  useEffect(() => {
    anchor?.element.scrollIntoView({ block: 'nearest' })
    // Once for each thing that is pointed at; afterwards the person scrolls.
  }, [anchor?.element])
  return (
    <TourNote
      key={step.name}
      step={step}
      at={at}
      of={steps.length}
      anchor={arrived ? anchor : null}
      onBack={() => {
        onGo(at - 1)
      }}
      onNext={() => {
        onGo(at + 1)
      }}
      onEnd={onEnd}
    />
  )
}

/** Goes to the page of a step; true once it is there. Afterwards the person may go where they like. */
function usePlace(at: number): boolean {
  const { workingCopy } = useServices()
  const [, navigate] = useLocation()
  const [arrivedAt, setArrivedAt] = useState<number | null>(null)
  useEffect(() => {
    const step = stepAt(at)
    let isLeft = false
    const go = async () => {
      if (step.anywhere !== true || findAnchor(step.anchor) === null) {
        const place = await step.place(workingCopy)
        if (isLeft) return
        if (place !== null) navigate(place)
      }
      setArrivedAt(at)
    }
    void go()
    return () => {
      isLeft = true
    }
  }, [at, navigate, workingCopy])
  return arrivedAt === at
}

/** Alt and an arrow lead on and back from wherever the person is typing. */
function useTourKeys(at: number, onGo: (to: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || event.defaultPrevented) return
      if (event.key === 'ArrowRight') onGo(at + 1)
      else if (event.key === 'ArrowLeft') onGo(at - 1)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [at, onGo])
}
