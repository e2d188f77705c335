import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { failureText } from '../../i18n'
import { useAppState, useCurrentPerson, useServices, useTeam } from '../../stores'
import { useNotices } from '../../ui'

/** Of this topic only the newest failure is shown, and a success takes it away. */
const TOPIC = 'arrivals'

/**
 * What the window tells of a team and to it, on every page: who works here now; this computer's writer; changes that came
 * and cannot be shown; where a person's looking begins.
 */
export function useToldTeam(): void {
  const { t } = useTranslation('team')
  const { bridge, arrivals, app, workingCopy } = useServices()
  const notices = useNotices()
  const person = useCurrentPerson()
  const name = person?.name
  const isMember = useTeam(({ status }) => status.standing === 'member')
  useEffect(() => {
    // Colleagues' lists show it; where it cannot be told it is told with the next change.
    if (isMember && name !== undefined) bridge.call('team:person', { name }).catch(() => undefined)
  }, [bridge, isMember, name])

  const started = useAppState((state) => state.start.writer)
  const writer = useTeam(({ status }) => status.writer ?? started)
  useEffect(() => {
    if (!isMember) return
    // One after the other: each is written into the settings as they are then.
    void app.noteWriter(started).then(() => app.noteWriter(writer))
  }, [app, isMember, started, writer])

  const staffId = person?.id
  const seen = useAppState(({ settings }) =>
    staffId === undefined ? undefined : settings.arrivedSeen?.[staffId],
  )
  useEffect(() => {
    // What was there before a person worked in the team here is nothing new to them.
    if (!isMember || staffId === undefined || seen) return
    void workingCopy.arrived.places().then((places) => app.setSeen(staffId, places))
  }, [app, workingCopy, isMember, staffId, seen])

  const failure = useStore(arrivals.store, (state) => state.failure)
  const isParted = useStore(arrivals.store, (state) => state.parted === true)
  useEffect(() => {
    if (failure) notices.warn(t('arrivalFailed', { reason: failureText(failure) }), TOPIC)
    else if (isParted) notices.warn(t('arrivalParted'), TOPIC)
    else notices.settle(TOPIC)
  }, [failure, isParted, notices, t])
}
