import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../stores'
import type { TeamFailure, TeamPlace } from '../../../shared/team'

/** A folder that somebody chose, and what stands in it. */
export type LookedAt =
  | { readonly state: 'none' }
  | { readonly state: 'looking'; readonly path: string }
  | { readonly state: 'seen'; readonly path: string; readonly place: TeamPlace }
  | { readonly state: 'failed'; readonly path: string; readonly failure: TeamFailure }

/** Choosing a folder and looking into it; nothing is written. */
export function usePlace() {
  const { t } = useTranslation('team')
  const { bridge } = useServices()
  const [looked, setLooked] = useState<LookedAt>({ state: 'none' })
  const latest = useRef('')
  const choose = async () => {
    const { path } = await bridge.call('folder:choose', { title: t('choose.folder') })
    if (path !== null) await look(path)
  }
  const look = async (path: string) => {
    latest.current = path
    setLooked({ state: 'looking', path })
    const place = await bridge.call('team:look', { path })
    // Another one was chosen meanwhile: what stands here is not asked any more.
    if (latest.current !== path) return
    setLooked(
      place.ok
        ? { state: 'seen', path, place: place.value }
        : { state: 'failed', path, failure: place.error },
    )
  }
  return { looked, choose, look }
}
