import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { CUSTOMERS } from '../../../shared/search/list-row'
import { refusalText } from '../../i18n'
import { useServices } from '../../stores'
import { ChooseFormDialog, Panel, Toggles } from '../../ui'
import { targetName, type ImportSession } from './import-session'
import type { ImportState } from './import-state'
import { importForms, intoOf } from './into'
import { NoteLine } from './note-line'
import { isOnTop } from './on-top'
import { RecentImports } from './recent-imports'
import { StepFrame } from './step-frame'

interface StepProps {
  readonly session: ImportSession
  readonly state: ImportState
}

/** Which table, and into what. */
export function SourceStep({ session, state }: StepProps) {
  const { t } = useTranslation('importing')
  const { busy, trouble, crash } = state
  const isReading = busy?.doing === 'reading'
  const place = useRef<HTMLDivElement>(null)
  useIntake(session, place)
  return (
    <StepFrame narrow>
      <IntoChoice session={session} state={state} />
      <Panel
        ref={place}
        sx={{
          mt: 5,
          p: 7,
          textAlign: 'center',
          borderStyle: 'dashed',
          borderWidth: 2,
          borderColor: 'var(--zk-hairline)',
        }}
      >
        {isReading ? (
          <Box role="status">
            <Typography sx={{ fontSize: 16 }}>
              {busy.rows > 0 ? t('readRows', { count: busy.rows }) : t('reading')}
            </Typography>
            <LinearProgress aria-label={t('reading')} sx={{ my: 4, mx: 'auto', maxWidth: 420 }} />
            <Button autoFocus onClick={session.stopReading}>
              {t('stopReading')}
            </Button>
          </Box>
        ) : (
          <>
            <Typography variant="h2" sx={{ fontSize: 18 }}>
              {t('dropHere')}
            </Typography>
            <Typography variant="body2" color="textSecondary" sx={{ mt: 2, mb: 4, textWrap: 'pretty' }}>
              {t('dropText')}
            </Typography>
            <Button variant="contained" color="primary" autoFocus onClick={() => void session.choose()}>
              {t('chooseFile')}
            </Button>
            <Box sx={{ mt: 6, fontSize: 13, color: 'var(--zk-ink-soft)' }}>{t('orPaste')}</Box>
            <OutlinedInput
              value=""
              placeholder={t('pastePlaceholder')}
              inputProps={{ 'aria-label': t('pasteLabel') }}
              sx={{ mt: 1.5, width: 260 }}
            />
          </>
        )}
      </Panel>
      {trouble && (
        <NoteLine tone="wrong">
          {trouble.type === 'NothingPasted' ? t('pasteEmpty') : t('refused', { why: refusalText(trouble) })}
        </NoteLine>
      )}
      {crash !== null && <NoteLine tone="wrong">{t('crashed', { reason: crash })}</NoteLine>}
      <RecentImports />
    </StepFrame>
  )
}

function IntoChoice({ session, state }: StepProps) {
  const { t } = useTranslation('importing')
  const { workingCopy } = useServices()
  const [choosing, setChoosing] = useState(false)
  const { into, busy } = state
  const { template, name } = into.target
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 3, flexWrap: 'wrap', minHeight: 40 }}>
      <Toggles
        label={t('into')}
        value={template ? 'form' : 'customers'}
        values={['customers', 'form']}
        text={(value) => t(value === 'form' ? 'intoForm' : 'intoCustomers')}
        onPick={(value) => {
          if (busy !== null) return
          if (value === 'form') setChoosing(true)
          else session.setInto(intoOf(workingCopy, CUSTOMERS))
        }}
      />
      {template && (
        <>
          <Typography lang="zh-CN" noWrap>
            {t('form', { name })}
          </Typography>
          <Button
            disabled={busy !== null}
            onClick={() => {
              setChoosing(true)
            }}
          >
            {t('chooseForm')}
          </Button>
        </>
      )}
      {choosing && (
        <ChooseFormDialog
          title={t('chooseFormTitle')}
          text={t('chooseFormText')}
          choices={importForms}
          onChoose={(code) => {
            setChoosing(false)
            if (code !== targetName(into)) session.setInto(intoOf(workingCopy, code))
          }}
          onCancel={() => {
            setChoosing(false)
          }}
        />
      )}
    </Box>
  )
}

/**
 * A table that is dropped anywhere on the step, and cells that are pasted anywhere; what is meant for a dialog over it, such
 * as words pasted into the search for a form, is none of them.
 */
function useIntake(session: ImportSession, place: RefObject<HTMLElement | null>) {
  const onFile = useEffectEvent((file: File) => void session.takeFile(file))
  const onText = useEffectEvent((text: string) => void session.paste(text))
  useEffect(() => {
    const isOurs = () => isOnTop(place.current, document.querySelectorAll('.MuiModal-root'))
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const [file] = event.dataTransfer ? [...event.dataTransfer.files] : []
      if (!file) return
      event.preventDefault()
      if (isOurs()) onFile(file)
    }
    const paste = (event: ClipboardEvent) => {
      if (!isOurs()) return
      const [file] = event.clipboardData ? [...event.clipboardData.files] : []
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file && text === '') onFile(file)
      else onText(text)
      event.preventDefault()
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [place])
}
