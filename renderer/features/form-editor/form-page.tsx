import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileFailure, JournalFailure } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import { failureText } from '../../i18n'
import { beforeClose, openRecordSession, usePersonRef, useServices } from '../../stores'
import type { RecordSession, SessionFailure } from '../../stores'
import { FormEditor } from './form-editor'

/** What is opened for filling. */
export type FormSource =
  /** `customer`: id of the customer that the new form is for. */
  | { readonly kind: 'new'; readonly code: string; readonly customer?: string }
  /** `at`: the field (`pathKey`) in which the keyboard begins. */
  | { readonly kind: 'record'; readonly id: string; readonly at?: string }
  | { readonly kind: 'draft'; readonly id: string }

export interface FormPageProps {
  readonly source: FormSource
  /** Leaves the form; what was typed stays as a draft. */
  readonly onClose: () => void
}

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly session: RecordSession; readonly letterhead: Letterhead }
  | { readonly state: 'failed'; readonly failure: SessionFailure | JournalFailure | FileFailure }

/** One form on the screen, as on paper. */
export function FormPage({ source, onClose }: FormPageProps) {
  const { t } = useTranslation('editor')
  const opening = useSession(source)
  if (opening.state === 'open')
    return (
      <FormEditor
        session={opening.session}
        firstLetterhead={opening.letterhead}
        onClose={onClose}
        {...(source.kind === 'record' && source.at !== undefined ? { at: source.at } : {})}
      />
    )
  return (
    <Box
      sx={{ height: '100%', display: 'grid', placeContent: 'center', justifyItems: 'center', gap: 4, p: 8 }}
    >
      {opening.state === 'opening' ? (
        <Typography role="status" color="text.secondary">
          {t('opening')}
        </Typography>
      ) : (
        <>
          <Typography role="alert" sx={{ maxWidth: 560 }}>
            <FailedToOpen failure={opening.failure} />
          </Typography>
          <Button autoFocus onClick={onClose}>
            {t('failed.back')}
          </Button>
        </>
      )}
    </Box>
  )
}

function FailedToOpen({ failure }: { readonly failure: SessionFailure | JournalFailure | FileFailure }) {
  const { t } = useTranslation('editor')
  const { type } = failure
  if (type === 'UnknownForm') return t('failed.UnknownForm', { code: failure.code })
  if (type === 'UnknownRecord' || type === 'UnknownDraft' || type === 'UnknownTemplate') {
    return t(`failed.${type}`)
  }
  return failureText(failure)
}

/** Opens the session of a source and closes it again; its draft is put down then. */
function useSession(source: FormSource): Opening {
  const { bridge, workingCopy, app, clock, random } = useServices()
  const person = usePersonRef()
  const latest = useRef(person)
  useEffect(() => {
    if (person) latest.current = person
  }, [person])
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  const { kind } = source
  const name = source.kind === 'new' ? source.code : source.id
  const customer = source.kind === 'new' ? source.customer : undefined
  useEffect(() => {
    let current = true
    let opened: RecordSession | undefined
    // Before the window closes, and before the list of drafts is read, what was typed is put down.
    const forget = beforeClose(() => opened?.actions.flush() ?? Promise.resolve())
    const from: FormSource =
      kind === 'new'
        ? { kind, code: name, ...(customer === undefined ? {} : { customer }) }
        : { kind, id: name }
    const open = async () => {
      // Who is working here stands in a new form from the beginning (制表), so it has to be known before.
      const id = app.store.getState().settings.person
      const member = id === undefined ? undefined : await workingCopy.staff.get(id)
      if (member) latest.current ??= { id: member.id, name: member.name }
      const deps = { bridge, workingCopy, clock, random, person: () => latest.current }
      // Read beside it, so that the sheet is laid out once.
      const [result, letterhead] = await Promise.all([
        openRecordSession(deps, from),
        // Without it the form is there all the same.
        workingCopy.firm.letterhead().catch((): Letterhead => ({ firm: '' })),
      ])
      if (!result.ok) {
        if (current) setOpening({ state: 'failed', failure: result.error })
        return
      }
      opened = result.value
      if (!current) {
        void opened.actions.dispose()
        return
      }
      void app.noteOpened(opened.store.getState().template.code)
      setOpening({ state: 'open', session: opened, letterhead })
    }
    void open()
    return () => {
      current = false
      void (opened?.actions.dispose() ?? Promise.resolve()).finally(forget)
    }
  }, [bridge, workingCopy, app, clock, random, kind, name, customer])
  return opening
}
