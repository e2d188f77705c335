import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime } from '../../i18n'
import type { RecordSessionState } from '../../stores'
import { Tag } from '../../ui'
import type { Tone } from '../../ui'

export interface EditorBarProps {
  readonly state: RecordSessionState
  readonly submitId: string
  readonly onHistory: () => void
  readonly onConflicts: () => void
  readonly onPrint: () => void
  readonly onSave: () => void
  readonly onSubmit: () => void
  readonly onVoid: () => void
  readonly onCopy: () => void
  readonly onDiscard: () => void
}

const tones: Readonly<Record<RecordSessionState['state'], Tone>> = {
  draft: 'blue',
  submitted: 'green',
  closed: 'plain',
  void: 'red',
}

/** Name, number and state of the form, whether it is saved, and what can be done with it. */
export function EditorBar(props: EditorBarProps) {
  const { t } = useTranslation('editor')
  const { t: common } = useTranslation()
  const { state } = props
  const { template, conflicts } = state
  const submits = state.state === 'draft'
  return (
    <Box
      component="header"
      data-region
      sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 5, py: 2.5, flex: 'none', minWidth: 0 }}
    >
      <Typography variant="h2" component="h1" noWrap title={template.name} sx={{ flexShrink: 0.2 }}>
        {template.name}
      </Typography>
      <Typography variant="caption" color="text.secondary" noWrap sx={{ minWidth: 0 }}>
        {template.code} · {state.number === '' ? t('bar.unnumbered') : state.number}
      </Typography>
      <Tag tone={tones[state.state]}>{common(`state.${state.state}`)}</Tag>
      {state.sharesNumber ? <Tag tone="amber">{t('bar.sharedNumber')}</Tag> : null}
      {conflicts.length > 0 ? (
        <Button
          variant="text"
          onClick={props.onConflicts}
          sx={{
            color: 'var(--zk-amber-text)',
            bgcolor: 'var(--zk-amber-soft)',
            minHeight: 24,
            lineHeight: '22px',
          }}
        >
          {t('field.conflict', { count: conflicts.length })}
        </Button>
      ) : null}
      <SavedWord state={state} />
      <Box sx={{ flex: 1 }} />
      <Button onClick={props.onHistory}>{t('bar.history')}</Button>
      <Button onClick={props.onPrint} aria-keyshortcuts="Control+P">
        {t('bar.print')}&nbsp;
        <Keys keys="Ctrl P" />
      </Button>
      <More {...props} />
      {submits ? (
        <Button
          id={props.submitId}
          variant="contained"
          color="primary"
          disabled={state.readOnly || state.saving}
          onClick={props.onSubmit}
        >
          {t('bar.submit')}
        </Button>
      ) : (
        <Button
          id={props.submitId}
          variant="contained"
          color="primary"
          disabled={state.readOnly || state.saving || !state.dirty}
          onClick={props.onSave}
        >
          {t('bar.save')}
        </Button>
      )}
    </Box>
  )
}

/** Whether what is on the screen is safe, and since when. */
function SavedWord({ state }: { readonly state: RecordSessionState }) {
  const { t } = useTranslation('editor')
  const { dirty, saving, savedAt, draftSavedAt } = state
  const word = () => {
    if (state.readOnly && state.state === 'draft') return { text: t('bar.readOnly'), green: false }
    if (saving) return { text: t('bar.saving'), green: false }
    if (dirty) {
      return draftSavedAt === undefined
        ? { text: t('bar.unsaved'), green: false }
        : { text: t('bar.draftSaved', { time: clockTime(draftSavedAt, true) }), green: false }
    }
    if (state.viewLags) return { text: t('bar.viewLags'), green: true }
    return savedAt === undefined
      ? null
      : { text: t('bar.saved', { time: clockTime(savedAt, true) }), green: true }
  }
  const said = word()
  return (
    <Typography
      variant="caption"
      role="status"
      data-saved={dirty || saving || savedAt === undefined ? undefined : ''}
      sx={{ color: said?.green === true ? 'var(--zk-green-text)' : 'text.secondary', whiteSpace: 'nowrap' }}
    >
      {said?.text ?? ''}
    </Typography>
  )
}

function More(props: EditorBarProps) {
  const { t } = useTranslation('editor')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { state } = props
  const run = (action: () => void) => () => {
    setAnchor(null)
    action()
  }
  const voidable = state.state === 'submitted' || state.state === 'closed'
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget)
        }}
      >
        {t('bar.more')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null)
        }}
      >
        <MenuItem onClick={run(props.onSave)} disabled={state.readOnly}>
          {t('bar.save')}&emsp;<kbd>Ctrl S</kbd>
        </MenuItem>
        <MenuItem onClick={run(props.onCopy)}>{t('bar.copy')}</MenuItem>
        <MenuItem onClick={run(props.onDiscard)} disabled={!state.dirty || state.readOnly}>
          {t('bar.discard')}
        </MenuItem>
        {voidable ? (
          <MenuItem
            onClick={run(props.onVoid)}
            disabled={state.readOnly}
            sx={{ color: 'var(--zk-seal-text)' }}
          >
            {t('bar.void')}
          </MenuItem>
        ) : null}
      </Menu>
    </>
  )
}

/** The keys that do the same, quietly behind a button's word. */
function Keys({ keys }: { readonly keys: string }) {
  return (
    <Box component="span" aria-hidden="true" sx={{ ml: 1, fontSize: 12, opacity: 0.75 }}>
      {keys}
    </Box>
  )
}
