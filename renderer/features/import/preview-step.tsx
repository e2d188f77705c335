import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useTranslation } from 'react-i18next'
import type { WhenThere } from '../../../shared/import'
import type { LinesShown, PlanView } from '../../db'
import { Choose, Panel, Toggles } from '../../ui'
import { keyChoices } from './columns'
import type { ImportSession } from './import-session'
import { toWrite, type ImportState } from './import-state'
import { NoteLine } from './note-line'
import { PreviewTable } from './preview-table'
import { StepFrame } from './step-frame'
import { StepTroubles } from './step-troubles'

interface StepProps {
  readonly session: ImportSession
  readonly state: ImportState
}

const WHEN_THERE: readonly WhenThere[] = ['skip', 'update', 'add']
const SHOWS: readonly LinesShown[] = ['all', 'create', 'update', 'same', 'skip', 'refuse', 'warned']

/** What becomes of each line, before anything is written. */
export function PreviewStep({ session, state }: StepProps) {
  const { t } = useTranslation('importing')
  const { view, busy, lines } = state
  if (!view) return null
  const count = toWrite(view)
  return (
    <StepFrame
      note={view.counts.refuse > 0 && t('refusedText', { count: view.counts.refuse })}
      actions={
        <>
          <Button
            disabled={busy !== null}
            onClick={() => {
              session.goTo('columns')
            }}
          >
            {t('back')}
          </Button>
          <Button
            variant="contained"
            color="primary"
            autoFocus
            disabled={busy !== null || count === 0}
            onClick={() => void session.run()}
          >
            {busy !== null ? t('planning') : count === 0 ? t('runNothing') : t('run', { count })}
          </Button>
        </>
      }
    >
      {state.moved && <NoteLine tone="look">{t('moved')}</NoteLine>}
      <StepTroubles state={state} />
      <Rules session={session} state={state} />
      <Toggles
        label={t('show')}
        value={state.shown}
        values={SHOWS.filter((shown) => shown === 'all' || countOf(view, shown) > 0)}
        text={(shown) => t(`shows.${shown}`, { count: countOf(view, shown) })}
        onPick={(shown) => void session.show(shown)}
      />
      <PreviewTable state={state} />
      {lines.length > 0 && lines.length < (state.heads?.lines ?? 0) && state.shown === 'all' && (
        <NoteLine>{t('firstLines', { count: lines.length })}</NoteLine>
      )}
    </StepFrame>
  )
}

function countOf({ counts, warned }: PlanView, shown: LinesShown): number {
  if (shown === 'all') return Object.values(counts).reduce((sum, count) => sum + count, 0)
  return shown === 'warned' ? warned : counts[shown]
}

/** Lines of the file that are named before the rest is only counted. */
const NAMED_LINES = 8

/** Lines that look like 合计, and the way to take them over all the same. */
function Totals({ session, state }: StepProps) {
  const { t } = useTranslation(['importing', 'common'])
  const { view, withTotals, busy, into } = state
  const totals = view?.totals ?? []
  if (totals.length === 0 && !withTotals) return null
  const lines = totals.slice(0, NAMED_LINES).join(t('common:listSeparator'))
  const what = t(`totals.${into.target.kind}`)
  return (
    <NoteLine tone="look">
      {withTotals
        ? t('totals.taken', { what })
        : totals.length > NAMED_LINES
          ? t('totals.leftMany', { lines, count: totals.length, what })
          : t('totals.left', { lines, what })}
      <FormControlLabel
        sx={{
          ml: 2,
          my: -1,
          mr: 0,
          verticalAlign: 'middle',
          '& .MuiFormControlLabel-label': { fontSize: 13 },
        }}
        label={t('totals.take')}
        aria-disabled={busy !== null}
        control={
          <Checkbox
            size="small"
            checked={withTotals}
            // Not disabled while it is planned anew: that would take the keyboard away.
            onChange={(_event, checked) => {
              if (busy === null) void session.setWithTotals(checked)
            }}
          />
        }
      />
    </NoteLine>
  )
}

/** Stands for 不查重 among keys. */
const NOTHING = '@nothing'

/** How doubles are found and dealt with, and what records become. */
function Rules({ session, state }: StepProps) {
  const { t } = useTranslation('importing')
  const { into, columns, matchBy, whenThere, busy } = state
  const { target } = into
  const choices = keyChoices(target, columns).map(({ key, head }) => ({ value: key, label: head }))
  return (
    <Panel sx={{ p: 4, mb: 4, opacity: busy === null ? 1 : 0.6 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 5, flexWrap: 'wrap' }}>
        <Choose
          label={t('matchBy')}
          value={matchBy ?? NOTHING}
          width={220}
          choices={[...choices, { value: NOTHING, label: t('matchNone') }]}
          onChange={(key) => void session.setMatching({ matchBy: key === NOTHING ? null : key })}
        />
        {matchBy !== null && (
          <Toggles
            label={t('whenThere')}
            value={whenThere}
            values={WHEN_THERE}
            text={(each) => t(`there.${each}`)}
            onPick={(each) => void session.setMatching({ whenThere: each })}
          />
        )}
        {target.kind === 'records' && !target.isCard && (
          <Toggles
            label={t('as')}
            value={state.as}
            values={['submitted', 'draft']}
            text={(as) => t(as === 'draft' ? 'asDraft' : 'asSubmitted')}
            onPick={(as) => void session.setAs(as)}
          />
        )}
      </Box>
      {matchBy === null ? (
        <NoteLine tone="look">{t('noMatching')}</NoteLine>
      ) : (
        <NoteLine>{t(`thereText.${whenThere}`)}</NoteLine>
      )}
      {target.isCard && <NoteLine tone="look">{t('cardText')}</NoteLine>}
      <Totals session={session} state={state} />
    </Panel>
  )
}
