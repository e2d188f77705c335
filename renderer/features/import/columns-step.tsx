import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Choose, Panel } from '../../ui'
import { canPlan, missingIn } from './columns'
import { ColumnsTable } from './columns-table'
import { StepTroubles } from './step-troubles'
import type { ImportSession } from './import-session'
import type { ImportState } from './import-state'
import { NoteLine } from './note-line'
import { SourceNotes } from './source-notes'
import { StepFrame } from './step-frame'

interface StepProps {
  readonly session: ImportSession
  readonly state: ImportState
}

/** Where the heads are, and which column goes where. */
export function ColumnsStep({ session, state }: StepProps) {
  const { t } = useTranslation(['importing', 'common'])
  const { heads, columns, busy, into } = state
  const used = columns.filter(({ to }) => to !== null).length
  const missing = missingIn(into.target, columns)
  const ready = canPlan(columns) && heads?.headRow !== null
  return (
    <StepFrame
      note={`${t('used', { count: used, all: columns.length })} · ${t('lines', { count: heads?.lines ?? 0 })}`}
      actions={
        <>
          <Button
            disabled={busy !== null}
            onClick={() => {
              session.goTo('source')
            }}
          >
            {t('back')}
          </Button>
          <Button
            variant="contained"
            color="primary"
            autoFocus
            disabled={busy !== null || !ready}
            onClick={() => void session.plan()}
          >
            {t(busy?.doing === 'planning' ? 'planning' : 'next')}
          </Button>
        </>
      }
    >
      <Panel sx={{ p: 4, mb: 4 }}>
        <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 5, flexWrap: 'wrap' }}>
          <Typography sx={{ fontWeight: 600, pb: 2, overflowWrap: 'anywhere' }} data-selectable>
            {state.file?.name === '' ? t('pasted') : (state.file?.name ?? '')}
          </Typography>
          <SheetChoice session={session} state={state} />
          <HeadChoice session={session} state={state} />
          {heads !== null && heads.hiddenLines > 0 && (
            <FormControlLabel
              label={t('withoutHidden', { lines: t('hiddenLines', { count: heads.hiddenLines }) })}
              control={
                <Checkbox
                  size="small"
                  checked={state.withoutHidden}
                  onChange={(_event, without) => {
                    session.setWithoutHidden(without)
                  }}
                />
              }
            />
          )}
        </Box>
        <SourceNotes state={state} />
        {heads?.headRow === null && <NoteLine tone="look">{t('noHeadsFound')}</NoteLine>}
      </Panel>
      <Typography sx={{ mb: 2, textWrap: 'pretty' }}>
        {t('columnsText')} <span style={{ color: 'var(--zk-ink-soft)' }}>{t('remembered')}</span>
      </Typography>
      {missing.length > 0 && used > 0 && (
        <NoteLine tone="look">{t('missing', { names: missing.join(t('common:listSeparator')) })}</NoteLine>
      )}
      {used === 0 && <NoteLine tone="look">{t('nothingUsed')}</NoteLine>}
      <StepTroubles state={state} />
      <ColumnsTable session={session} state={state} />
    </StepFrame>
  )
}

function SheetChoice({ session, state }: StepProps) {
  const { t } = useTranslation(['importing', 'common'])
  const sheets = state.file?.sheets ?? []
  const filled = sheets.map((sheet, at) => ({ sheet, at })).filter(({ sheet }) => sheet.filled > 0)
  if (filled.length < 2) return null
  return (
    <Choose
      label={t('sheet')}
      value={String(state.sheet)}
      width={220}
      choices={filled.map(({ sheet, at }) => ({
        value: String(at),
        label: sheet.hidden ? t('sheetHidden', { name: sheet.name }) : sheet.name,
      }))}
      onChange={(at) => void session.setSheet(Number(at))}
    />
  )
}

function HeadChoice({ session, state }: StepProps) {
  const { t } = useTranslation(['importing', 'common'])
  const { heads } = state
  if (!heads) return null
  const lines = heads.firstLines.map(({ number, texts }) => ({
    value: String(number),
    label: t('headLine', {
      row: number,
      heads: texts
        .filter((text) => text !== '')
        .slice(0, 6)
        .join(t('common:listSeparator')),
    }),
  }))
  const isKnown =
    heads.headRow === null ||
    heads.headRow === 0 ||
    heads.firstLines.some(({ number }) => number === heads.headRow)
  const own = isKnown
    ? []
    : [{ value: String(heads.headRow), label: t('headLine', { row: heads.headRow, heads: '' }) }]
  return (
    <Choose
      label={t('headRow')}
      value={heads.headRow === null ? '' : String(heads.headRow)}
      width={380}
      choices={[...lines, ...own, { value: '0', label: t('noHeads') }]}
      onChange={(row) => void session.setHeadRow(Number(row))}
    />
  )
}
