import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { usePersonRef, useServices } from '../../stores'
import { AskDialog, ChooseFormDialog, DialogBar } from '../../ui'
import { ColumnsStep } from './columns-step'
import { DoneStep } from './done-step'
import { importSession, type ImportSession } from './import-session'
import { importForms, intoOf } from './into'
import { PreviewStep } from './preview-step'
import { RunningStep } from './running-step'
import { SourceStep } from './source-step'
import { Steps } from './steps'

export interface ImportDialogProps {
  /** The form's code, or `@customer`; empty: the form is asked for, and the table waits. */
  readonly code: string
  /** A table that was dropped. */
  readonly file: File | null
  readonly onClose: () => void
}

/** 导入: a table from its file to what came of it, step by step. From the list of all forms it is asked first into which. */
export function ImportDialog({ code, file, onClose }: ImportDialogProps) {
  const { t } = useTranslation('importing')
  const [chosen, setChosen] = useState(code)
  if (chosen !== '') return <Import code={chosen} file={file} onClose={onClose} />
  return (
    <ChooseFormDialog
      title={t('chooseFormTitle')}
      text={t('chooseFormText')}
      choices={importForms}
      onChoose={setChosen}
      onCancel={onClose}
    />
  )
}

function Import({ code, file, onClose }: ImportDialogProps) {
  const { workingCopy, bridge, app, clock } = useServices()
  const person = usePersonRef()
  const personNow = useRef(person)
  useEffect(() => {
    personNow.current = person
  }, [person])
  const [session, setSession] = useState<ImportSession | null>(null)
  const begin = useEffectEvent(() => {
    const made = importSession({
      bridge,
      work: workingCopy.imports.begin(),
      app,
      clock,
      person: () => personNow.current,
      into: intoOf(workingCopy, code),
    })
    setSession(made)
    if (file) void made.takeFile(file)
    return made
  })
  useEffect(() => {
    const made = begin()
    return () => {
      made.close()
    }
  }, [])
  return session && <Wizard session={session} onClose={onClose} />
}

function Wizard({ session, onClose }: { readonly session: ImportSession; readonly onClose: () => void }) {
  const { t } = useTranslation('importing')
  const titleId = useId()
  const [asking, setAsking] = useState(false)
  const state = useStore(session.store)
  const { step, into, busy } = state
  const name = into.target.template ? t('form', { name: into.target.name }) : t('customers')
  const leave = () => {
    if (step === 'running') return
    if (step === 'columns' || step === 'preview') setAsking(true)
    else onClose()
  }
  return (
    <Dialog
      open
      fullScreen
      onClose={leave}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        // Alt and a digit would lead away without asking.
        if (event.altKey && /^[0-9]$/.test(event.key)) event.preventDefault()
      }}
    >
      <DialogBar>
        <Typography variant="h1" id={titleId} noWrap sx={{ fontSize: 17, minWidth: 0 }}>
          {step === 'source' ? t('title') : t('titleInto', { name })}
        </Typography>
        <Box sx={{ flex: 1 }} />
        <Steps at={step} />
        <Box sx={{ flex: 1 }} />
        <Button disabled={step === 'running'} onClick={leave}>
          {t('close')}
        </Button>
      </DialogBar>
      <Box
        aria-busy={busy !== null}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', bgcolor: 'var(--zk-desk)' }}
      >
        {step === 'source' && <SourceStep session={session} state={state} />}
        {step === 'columns' && <ColumnsStep session={session} state={state} />}
        {step === 'preview' && <PreviewStep session={session} state={state} />}
        {step === 'running' && <RunningStep session={session} state={state} />}
        {step === 'done' && <DoneStep session={session} state={state} onClose={onClose} />}
      </Box>
      {asking && (
        <AskDialog
          title={t('leave.title')}
          text={t('leave.text')}
          yes={t('leave.yes')}
          onYes={onClose}
          onNo={() => {
            setAsking(false)
          }}
        />
      )}
    </Dialog>
  )
}
