import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useLive, type RecordAttachment } from '../../db'
import { failureText } from '../../i18n'
import { usePersonRef, useServices, type RecordSession } from '../../stores'
import { useNotices } from '../../ui'
import { attachmentsOf, type Added, type Source } from './attachments'

/** A record's attachments as they are now, and what can be done with them; what comes of it is told. */
export interface UsedAttachments {
  readonly files: readonly RecordAttachment[]
  /** Hashes whose file is not on this computer. */
  readonly missing: ReadonlySet<string>
  readonly adding: boolean
  /** Neither added nor removed. */
  readonly locked: boolean
  /** The record is in the journal already. */
  readonly stored: boolean
  readonly choose: () => void
  readonly add: (sources: readonly Source[]) => void
  readonly remove: (file: RecordAttachment) => void
  readonly rename: (file: RecordAttachment, name: string) => void
  readonly open: (file: RecordAttachment) => void
  readonly save: (file: RecordAttachment) => void
}

const none: readonly RecordAttachment[] = []

export function useAttachments(session: RecordSession): UsedAttachments {
  const { t } = useTranslation('attachments')
  const { bridge, workingCopy } = useServices()
  const notices = useNotices()
  const person = usePersonRef()
  const latest = useRef(person)
  useEffect(() => {
    latest.current = person
  }, [person])
  const record = useStore(session.store, ({ recordId }) => recordId)
  const locked = useStore(session.store, ({ readOnly }) => readOnly)
  const stored = useStore(session.store, (state) => state.stored)
  const acts = useMemo(
    () =>
      attachmentsOf({
        bridge,
        workingCopy,
        record,
        person: () => latest.current,
        ensureStored: async () =>
          session.store.getState().stored ||
          ((await session.actions.save()) && session.store.getState().stored),
      }),
    [bridge, workingCopy, record, session],
  )
  const adding = useStore(acts.store, (state) => state.adding > 0)
  const files = useLive(() => workingCopy.files.of(record), [workingCopy, record]) ?? none
  const missing = useMissing(files)

  const tellAdded = ({ added, refused, failure }: Added) => {
    if (added > 0) notices.tell(t('told.added', { count: added }))
    for (const { name, failure: why } of refused) {
      // These name the file themselves.
      if (why.type === 'TooLarge' || why.type === 'EmptyFile') notices.warn(failureText(why))
      else {
        const reason = why.type === 'Unreadable' ? t('told.unreadable') : failureText(why)
        notices.warn(t('told.refused', { name, reason }))
      }
    }
    if (failure?.type === 'NotStored') notices.warn(t('told.notSaved'))
    else if (failure) notices.warn(t('told.notWritten', { reason: failureText(failure) }))
  }
  const putBack = async (file: RecordAttachment) => {
    const done = await acts.putBack(file)
    if (done.ok) notices.tell(t('told.putBack', { name: file.name }))
    else notices.warn(failureText(done.error))
  }
  return {
    files,
    missing,
    adding,
    locked,
    stored,
    choose: () => void acts.choose().then(tellAdded),
    add: (sources) => void acts.add(sources).then(tellAdded),
    remove: (file) =>
      void acts.remove(file).then((done) => {
        if (!done.ok) notices.warn(failureText(done.error))
        else
          notices.tell(t('told.removed', { name: file.name }), {
            label: t('told.undo'),
            run: () => void putBack(file),
          })
      }),
    rename: (file, name) =>
      void acts.rename(file, name).then((done) => {
        if (!done.ok) notices.warn(failureText(done.error))
      }),
    open: ({ hash, name }) =>
      void bridge.call('attachment:open', { hash, name }).then((done) => {
        if (!done.ok) notices.warn(failureText(done.error))
      }),
    save: ({ hash, name }) =>
      void bridge.call('attachment:save', { hash, name }).then((done) => {
        if (!done.ok) notices.warn(failureText(done.error))
        else if (done.value.path !== null) notices.tell(t('told.saved', { path: done.value.path }))
      }),
  }
}

const empty: ReadonlySet<string> = new Set()

/** Asked anew whenever the attachments change, or files have come from elsewhere. */
function useMissing(files: readonly RecordAttachment[]): ReadonlySet<string> {
  const { bridge, arrivals } = useServices()
  /** Rises when files of colleagues have come: a placeholder may be one of them. */
  const came = useStore(arrivals.store, (state) => state.attachments)
  const [missing, setMissing] = useState(empty)
  useEffect(() => {
    let current = true
    const hashes = [...new Set(files.map(({ hash }) => hash))]
    if (hashes.length === 0) return undefined
    void bridge.call('attachment:missing', { hashes }).then((answer) => {
      if (current && answer.ok) setMissing(answer.value.length === 0 ? empty : new Set(answer.value))
    })
    return () => {
      current = false
    }
  }, [bridge, files, came])
  return missing
}
