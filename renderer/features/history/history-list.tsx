import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../../shared/forms/field'
import type { HistoryEntry } from '../../db'
import { clockTime, dayText, whenText } from '../../i18n'
import { useAppState, useServices } from '../../stores'
import type { HistoryNames } from './names'
import { computerName, fileNames, isAbout, tellSteps, type HistoryLine } from './tell'

export interface HistoryListProps {
  /** Oldest first; undefined while they are read. */
  readonly entries: readonly HistoryEntry[] | undefined
  readonly names: HistoryNames
  /** The field that was last in focus: its own history can be seen alone. */
  readonly focused?: { readonly path: Path; readonly name: string } | undefined
  /** Compares the moment of an entry with others; without it nothing can be compared. */
  readonly onCompare?: (entry: HistoryEntry) => void
}

/** Who changed what, when, and on which computer: newest first. Of anything that has a history. */
export function HistoryList({ entries, names, focused, onCompare }: HistoryListProps) {
  const { t } = useTranslation(['history', 'editor', 'common'])
  const { clock } = useServices()
  const writer = useAppState((state) => state.start.writer)
  const [only, setOnly] = useState<{ readonly path: Path; readonly name: string } | null>(null)
  const files = useMemo(() => fileNames(entries ?? []), [entries])
  const shown = [...(entries ?? [])].reverse().flatMap((entry) => {
    const steps = only ? entry.steps.filter((step) => isAbout(step, only.path)) : entry.steps
    return only && steps.length === 0 ? [] : [{ entry, lines: tellSteps({ t, names, files }, steps) }]
  })
  return (
    <>
      {only ? (
        <FieldFilter
          text={t('onlyField', { name: only.name })}
          action={t('everything')}
          onAct={() => setOnly(null)}
        />
      ) : focused ? (
        <Button
          variant="text"
          sx={{ mb: 2, maxWidth: '100%', textAlign: 'left' }}
          onClick={() => {
            setOnly(focused)
          }}
        >
          {t('onlyField', { name: focused.name })}
        </Button>
      ) : null}
      {entries && shown.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {only ? t('noneOfField', { name: only.name }) : t('none')}
        </Typography>
      ) : null}
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, ml: 1, p: 0, pl: 3, borderLeft: '2px solid var(--zk-hairline)' }}
      >
        {shown.map(({ entry, lines }) => (
          <Box component="li" key={entry.dot} data-selectable sx={{ mb: 4 }}>
            <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography
                  variant="caption"
                  color="text.secondary"
                  component="div"
                  title={`${dayText(entry.at)} ${clockTime(entry.at, true)}`}
                >
                  {whenText(entry.at, clock.now())} · {entry.person?.name ?? t('somebody')}
                </Typography>
                <Typography variant="caption" color="text.secondary" component="div">
                  {computerName(t, entry.writer, writer)}
                </Typography>
              </Box>
              {onCompare && (
                <Button
                  variant="text"
                  aria-label={t('compareLabel', { moment: whenText(entry.at, clock.now()) })}
                  onClick={() => {
                    onCompare(entry)
                  }}
                >
                  {t('compare')}
                </Button>
              )}
            </Box>
            {lines.map((line, i) => (
              <LineText key={i} line={line} onOnly={only ? undefined : setOnly} />
            ))}
          </Box>
        ))}
      </Box>
    </>
  )
}

function FieldFilter(props: { readonly text: string; readonly action: string; readonly onAct: () => void }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 3 }}>
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {props.text}
      </Typography>
      <Button onClick={props.onAct}>{props.action}</Button>
    </Box>
  )
}

interface LineTextProps {
  readonly line: HistoryLine
  /** Absent while the history of one field is shown already. */
  readonly onOnly: ((field: { readonly path: Path; readonly name: string }) => void) | undefined
}

function LineText({ line, onOnly }: LineTextProps) {
  const { t } = useTranslation('history')
  if (line.line === 'deed')
    return <Box sx={{ mt: 1, overflowWrap: 'anywhere', fontSize: 13 }}>{line.text}</Box>
  const { path, what } = line
  return (
    <Box sx={{ mt: 1, overflowWrap: 'anywhere', fontSize: 13 }}>
      {onOnly ? (
        <Box
          component="button"
          type="button"
          aria-label={t('onlyField', { name: what })}
          title={t('onlyField', { name: what })}
          onClick={() => {
            onOnly({ path, name: what })
          }}
          sx={fieldButton}
        >
          {what}
        </Box>
      ) : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {what}
        </Box>
      )}{' '}
      {line.after}
      {line.before === null ? null : (
        <Typography variant="caption" color="text.secondary" component="div">
          {t('from', { before: line.before })}
        </Typography>
      )}
    </Box>
  )
}

/** The name of a field leads to its own history. */
const fieldButton = {
  font: 'inherit',
  p: 0,
  border: 0,
  background: 'none',
  color: 'text.secondary',
  cursor: 'pointer',
  textAlign: 'left',
  '&:hover': { textDecoration: 'underline' },
} as const
