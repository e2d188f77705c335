import { useEffect, useRef } from 'react'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import type { Letterhead } from '../../../shared/print/layout-input'
import { useServices } from '../../stores'
import { warmPreview } from '../print-preview'
import { whenIdle } from '../sheet'

/** Milliseconds: a little less than what was made ready is kept without being used. */
const AGAIN_MS = 50_000

/** While somebody works on an open sheet, its print preview is made ready in idle moments; a sheet that only lies there keeps nothing. */
export function useWarmPreview(
  template: Template,
  letterhead: Letterhead,
  /** Changes with every sign of work. */
  { values, reachedKey }: { readonly values: FormValues; readonly reachedKey: string | null },
): void {
  const { bridge, clock } = useServices()
  const last = useRef(-Infinity)
  useEffect(() => {
    if (clock.now() - last.current < AGAIN_MS) return undefined
    return whenIdle.add(() => {
      last.current = clock.now()
      void warmPreview(bridge, template, letterhead)
    })
  }, [bridge, clock, template, letterhead, values, reachedKey])
}
