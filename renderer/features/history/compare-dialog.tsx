import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../../shared/forms/field'
import type { Letterhead } from '../../../shared/print/layout-input'
import { useLive, type HistoryEntry } from '../../db'
import { clockTime, dayText, whenText } from '../../i18n'
import { useServices } from '../../stores'
import { Choose, DialogBar } from '../../ui'
import { changedPaths, differenceLine } from './difference-line'
import { DifferenceList } from './difference-list'
import { MomentSheet } from './moment-sheet'
import { differencesOf, firstPair, NOW, setBackDifferences, type Moment } from './moments'
import type { HistoryNames } from './names'
import { SetBackDialog } from './set-back-dialog'

/** Why nothing can be set back for the moment. */
export type SetBackBar = 'dirty' | 'closed' | 'readOnly' | 'elsewhere'

export interface CompareDialogProps {
  /** Oldest first; never empty. */
  readonly entries: readonly HistoryEntry[]
  /** Dot of the entry that was picked. */
  readonly picked: string
  readonly names: HistoryNames
  readonly letterhead: Letterhead
  readonly momentOf: (dot: string) => Promise<Moment | undefined>
  readonly barred?: SetBackBar | undefined
  /** What is set back counts as a correction, which has a reason. */
  readonly correction: boolean
  readonly onSetBack: (dot: string, path: Path | undefined, reason: string) => void
  /** Leads to the record, from elsewhere. */
  readonly onOpen?: () => void
  readonly onClose: () => void
}

/** Two moments side by side: what differs, where on the sheet, and the way back to the earlier one. */
export function CompareDialog(props: CompareDialogProps) {
  const { entries, names, letterhead, momentOf, onClose } = props
  const { t } = useTranslation(['history', 'editor', 'common'])
  const { clock } = useServices()
  const titleId = useId()
  const [pair, setPair] = useState(() => firstPair(entries, props.picked))
  const [asking, setAsking] = useState<{ readonly path?: Path; readonly what?: string } | null>(null)
  const closing = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  // What was asked about may be gone from the list once it is set back: the keyboard goes on from a place that stays.
  useEffect(() => {
    if (asked.current && !asking) closing.current?.focus()
    asked.current = asking !== null
  }, [asking])
  const last = entries.at(-1)?.dot ?? ''
  const dotOf = (choice: string) => (choice === NOW ? last : choice)
  const moments = useLive(
    () => Promise.all([pair.left, pair.right, NOW].map((choice) => momentOf(dotOf(choice)))),
    [momentOf, pair, last],
  )
  const [left, right, now] = moments ?? []
  const nameOf = (choice: string) => {
    const entry = entries.find(({ dot }) => dot === choice)
    return choice === NOW || !entry
      ? t('dialog.now')
      : `${whenText(entry.at, clock.now())} · ${entry.person?.name ?? t('somebody')}`
  }
  const choices = [
    { value: NOW, label: t('dialog.now') },
    ...entries.map(({ dot }, i) => ({ value: dot, label: `${i + 1}. ${nameOf(dot)}` })).reverse(),
  ]
  const found = left && right ? differencesOf(left, right) : []
  const lines =
    left && right ? found.map((each) => differenceLine(t, names, each, left.values, right.values)) : []
  const leftName = nameOf(pair.left)
  const askable = props.barred === undefined && dotOf(pair.left) !== last
  return (
    <Dialog open fullScreen onClose={onClose} aria-labelledby={titleId}>
      <DialogBar wraps>
        <Typography variant="h2" component="h2" id={titleId} noWrap sx={{ mr: 2 }}>
          {t('dialog.title')}
        </Typography>
        <Choose
          inline
          label={t('dialog.left')}
          value={pair.left}
          width={240}
          choices={choices}
          onChange={(choice) => {
            setPair({ ...pair, left: choice })
          }}
        />
        <Choose
          inline
          label={t('dialog.right')}
          value={pair.right}
          width={240}
          choices={choices}
          onChange={(choice) => {
            setPair({ ...pair, right: choice })
          }}
        />
        <Box sx={{ flex: 1 }} />
        {dotOf(pair.left) === last || props.barred === 'elsewhere' ? null : (
          <Button
            variant="contained"
            color="primary"
            disabled={!askable || !left}
            onClick={() => {
              setAsking({})
            }}
          >
            {t('dialog.setBackAll', { moment: leftName })}
          </Button>
        )}
        {props.onOpen && <Button onClick={props.onOpen}>{t('dialog.open')}</Button>}
        <Button ref={closing} onClick={onClose} autoFocus>
          {t('dialog.close')}
        </Button>
      </DialogBar>
      {props.barred ? (
        <Typography
          role="status"
          sx={{ px: 5, py: 2, bgcolor: 'var(--zk-amber-soft)', color: 'var(--zk-amber-text)' }}
        >
          {t(`dialog.${props.barred}`)}
        </Typography>
      ) : null}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', bgcolor: 'var(--zk-desk)' }}>
        <DifferenceList
          lines={lines}
          missing={moments !== undefined && !(left && right)}
          undrawn={left !== undefined && right !== undefined && !(left.template && right.template)}
          onSetBack={
            askable
              ? ({ path, what }) => {
                  setAsking({ path, what })
                }
              : undefined
          }
        />
        {left?.template && right?.template ? (
          <>
            <MomentSheet
              label={t('dialog.sheetOf', { moment: leftName })}
              template={left.template}
              values={left.values}
              letterhead={letterhead}
              changed={changedPaths(found, 'before')}
              tone="before"
            />
            <MomentSheet
              label={t('dialog.sheetOf', { moment: nameOf(pair.right) })}
              template={right.template}
              values={right.values}
              letterhead={letterhead}
              changed={changedPaths(found, 'after')}
              tone="after"
            />
          </>
        ) : null}
      </Box>
      {asking && left && now ? (
        <SetBackDialog
          moment={leftName}
          lastingMoment={wholeTime(entries.find(({ dot }) => dot === dotOf(pair.left))?.at ?? 0)}
          {...(asking.what === undefined ? {} : { what: asking.what })}
          lines={setBackDifferences(now, left, asking.path).map((each) =>
            differenceLine(t, names, each, now.values, left.values),
          )}
          correction={props.correction}
          onSetBack={(reason) => {
            setAsking(null)
            props.onSetBack(dotOf(pair.left), asking.path, reason)
          }}
          onCancel={() => {
            setAsking(null)
          }}
        />
      ) : null}
    </Dialog>
  )
}

/** As it is kept: 今天 would be another day for whoever reads it later. */
const wholeTime = (ms: number): string => `${dayText(ms)} ${clockTime(ms)}`
