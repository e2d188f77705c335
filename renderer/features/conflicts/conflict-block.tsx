import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict, Decision, OpenConflicts } from '../../db'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { Field } from '../../ui'
import type { HistoryNames } from '../history'
import { ChosenThird } from './chosen-value'
import { isLongText, isLongValue, isUnreadable, readTyped, thirdValue, typedText } from './third-value'

export interface ConflictBlockProps {
  readonly of: OpenConflicts
  readonly conflict: Conflict
  readonly names: HistoryNames
  readonly readOnly: boolean
  readonly onDecide: (decision: Decision, label: string, shown: string) => void
}

/** One field that was written apart: every value with who and when; to use one, or to write another. */
export function ConflictBlock({ of, conflict, names, readOnly, onDecide }: ConflictBlockProps) {
  const { t } = useTranslation(['conflicts', 'common'])
  const { clock } = useServices()
  const [writing, setWriting] = useState(false)
  const { path, survivors } = conflict
  const label = names.field(path)
  const hidden = isUnreadable(of, path)
  const third = thirdValue(of, path)
  return (
    <Box role="group" aria-label={label} sx={{ px: 4, py: 3, borderTop: '1px solid var(--zk-hairline)' }}>
      <Typography sx={{ fontWeight: 600, mb: 1 }}>{label}</Typography>
      {survivors.map(({ dot, value, person, at }, i) => {
        const shown =
          value === null ? t('empty') : hidden ? t('hidden', { n: i + 1 }) : names.value(path, value)
        return (
          <Box key={dot} sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 1 }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Box data-selectable sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                {shown}
              </Box>
              <Box sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
                {`${person?.name ?? t('somebody')} · ${whenText(at, clock.now())}`}
              </Box>
            </Box>
            {!readOnly && (
              <Button
                aria-label={t('keepLabel', { label, value: shown })}
                onClick={() => {
                  onDecide(dot, label, shown)
                }}
              >
                {t('keep')}
              </Button>
            )}
          </Box>
        )
      })}
      {!readOnly && third?.by === 'form' && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('onForm')}
        </Typography>
      )}
      {!readOnly && third && third.by !== 'form' && !writing && (
        <Button
          variant="text"
          aria-label={t('otherOf', { label })}
          onClick={() => {
            setWriting(true)
          }}
        >
          {t('other')}
        </Button>
      )}
      {!readOnly && writing && third?.by === 'typing' && (
        <OwnValue
          label={t('otherInput', { label })}
          before={typedText(third.field, survivors[0]?.value ?? null)}
          isLong={isLongText(third.field) || survivors.some(({ value }) => isLongValue(value))}
          read={(text) => readTyped(third.field, text)}
          onValue={(value, shown) => {
            onDecide({ value }, label, shown)
          }}
        />
      )}
      {!readOnly && writing && third && (
        <ChosenThird
          third={third}
          label={t('otherInput', { label })}
          onValue={(value, shown) => {
            onDecide({ value }, label, shown)
          }}
        />
      )}
    </Box>
  )
}

interface OwnValueProps {
  readonly label: string
  readonly before: string
  /** Takes several lines: Enter begins a new one. */
  readonly isLong: boolean
  readonly read: (text: string) => ReturnType<typeof readTyped>
  readonly onValue: (value: Exclude<Decision, string>['value'], shown: string) => void
}

/** Neither is right: a third value. */
function OwnValue({ label, before, isLong, read, onValue }: OwnValueProps) {
  const { t } = useTranslation(['conflicts', 'common'])
  const [text, setText] = useState(before)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const typed = read(text)
    if (typed.typed === 'problem') setProblem(typed.problem)
    else onValue(typed.value, typed.value === null ? t('empty') : text.trim())
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: 'flex', gap: 3, mt: 2, alignItems: 'flex-start' }}
    >
      <Field
        label={label}
        value={text}
        autoFocus
        multiline={isLong}
        maxRows={8}
        problem={problem}
        sx={{ flex: 1 }}
        onChange={(event) => {
          setText(event.target.value)
          setProblem(undefined)
        }}
      />
      <Button type="submit" variant="contained" color="primary" sx={{ mt: 6.5 }}>
        {t('useTyped')}
      </Button>
    </Box>
  )
}
