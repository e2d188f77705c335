import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { useAppState, useServices } from '../../stores'
import { Panel, useNotices } from '../../ui'
import { SHOWN_LINES, type ImportSession } from './import-session'
import type { ImportState } from './import-state'
import { NoteLine } from './note-line'
import { PreviewTable } from './preview-table'
import { reasonOf } from './reason'
import { StepFrame } from './step-frame'
import { StepTroubles } from './step-troubles'
import { UndoDialog } from './undo-dialog'

const PARTS = ['create', 'update', 'same', 'skip', 'refuse'] as const

/** What came of it: how many came in, which did not and why, and the way back. */
export function DoneStep({
  session,
  state,
  onClose,
}: {
  readonly session: ImportSession
  readonly state: ImportState
  readonly onClose: () => void
}) {
  const { t } = useTranslation(['importing', 'common'])
  const { bridge } = useServices()
  const notices = useNotices()
  const batch = session.batch()
  const note = useAppState(({ settings }) => settings.recentImports?.find((each) => each.batch === batch))
  const [undoing, setUndoing] = useState(false)
  const { result, view, lines } = state
  const refused = view?.counts.refuse ?? 0
  const save = async () => {
    const name = state.file?.name.replace(/\.[^.]*$/, '') ?? ''
    try {
      const saved = await bridge.call('excel:saveList', {
        list: await session.corrected(),
        suggestedName: t('problemsName', { name: name === '' ? t('pasted') : name }),
      })
      if (!saved.ok) notices.warn(failureText(saved.error))
      else if (saved.value.path !== null) notices.tell(t('problemsSaved', { path: saved.value.path }))
    } catch (error) {
      notices.warn(t('saveCrashed', { reason: reasonOf(error) }))
    }
  }
  // After a crash the note says how many were in by then.
  const written = result?.written ?? note?.written ?? 0
  const isUndone = note?.undone === true
  return (
    <StepFrame
      actions={
        <>
          {note !== undefined && written > 0 && (
            <Button
              disabled={isUndone}
              sx={isUndone ? {} : { color: 'var(--zk-seal-text)' }}
              onClick={() => {
                setUndoing(true)
              }}
            >
              {t(isUndone ? 'undone' : 'undo')}
            </Button>
          )}
          <Button onClick={session.again}>{t('again')}</Button>
          <Button variant="contained" color="primary" autoFocus onClick={onClose}>
            {t('finish')}
          </Button>
        </>
      }
    >
      <Panel sx={{ p: 6, mb: 4 }}>
        <Box role="status">
          <Typography
            variant="h2"
            sx={{ fontSize: 20, color: written > 0 ? 'var(--zk-green-text)' : 'inherit' }}
          >
            {written > 0 ? t('done', { count: written }) : t(result === null ? 'doneUnknown' : 'doneNothing')}
            {isUndone && ` · ${t('undone')}`}
          </Typography>
          {view && result?.left === 0 && (
            <Typography sx={{ mt: 2 }} data-selectable>
              {PARTS.filter((does) => view.counts[does] > 0)
                .map((does) => `${t(`does.${does}`)} ${String(view.counts[does])}`)
                .join(t('common:listSeparator'))}
            </Typography>
          )}
        </Box>
        {result !== null && result.left > 0 && (
          <NoteLine tone="look">
            {t(view?.foundAgain === true ? 'stopped.again' : 'stopped.anew', { count: result.left })}
          </NoteLine>
        )}
        {result?.viewed === false && <NoteLine tone="look">{t('notViewed')}</NoteLine>}
        <StepTroubles state={state} />
      </Panel>
      {refused > 0 && (
        <>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
            <Typography variant="h2" sx={{ fontSize: 15, color: 'var(--zk-seal-text)' }}>
              {t('problems', { count: refused })}
            </Typography>
            <Button onClick={() => void save()}>{t('saveProblems')}</Button>
            <Typography variant="body2" color="textSecondary">
              {t('problemsText')}
            </Typography>
          </Box>
          <PreviewTable state={state} />
          {lines.length >= SHOWN_LINES && <NoteLine>{t('moreProblems', { count: lines.length })}</NoteLine>}
        </>
      )}
      {undoing && note && (
        <UndoDialog
          note={note}
          onClose={() => {
            setUndoing(false)
          }}
        />
      )}
    </StepFrame>
  )
}
