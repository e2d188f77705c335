import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { memo, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { assertNever } from '../../../shared/kernel/assert-never'
import { clockTime } from '../../i18n'
import { useServices } from '../../stores'
import type { RecordSession, RecordSessionState } from '../../stores'
import { Keys, Tag } from '../../ui'
import { stateTones } from './state-tones'

export interface EditorBarProps {
  readonly session: RecordSession
  readonly submitId: string
  /** How many attachments there are. */
  readonly files: number
  /** How many values the customer's file says otherwise now; told of records that are 登记. */
  readonly customerChanges: number
  readonly acts: BarActs
}

/** Stable functions: the bar is drawn again only when what it shows has changed. */
export interface BarActs {
  readonly showHistory: () => void
  readonly showFiles: () => void
  readonly showConflicts: () => void
  readonly showCustomer: () => void
  readonly print: () => void
  readonly save: () => void
  readonly submit: () => void
  readonly close: () => void
  readonly reopen: () => void
  readonly next: () => void
  readonly askVoid: () => void
  readonly askRestore: () => void
  readonly copy: () => void
  readonly excel: () => void
  readonly askDiscard: () => void
  readonly showSettings: () => void
}

/** What the bar shows of the session: all but the values, and whether they are saved. */
type BarState = Omit<
  RecordSessionState,
  | 'values'
  | 'problems'
  | 'canUndo'
  | 'canRedo'
  | 'corrected'
  | 'dirty'
  | 'saving'
  | 'savedAt'
  | 'draftSavedAt'
>

const shownOf = ({
  values: _v,
  problems: _p,
  canUndo: _u,
  canRedo: _r,
  corrected: _c,
  dirty: _d,
  saving: _s,
  savedAt: _a,
  draftSavedAt: _w,
  ...rest
}: RecordSessionState): BarState => rest

/** On a small screen there is no room for the names of keys: F1 tells them. */
const COMPACT = '@container (max-width: 1300px)'
/** Beside an open panel on a small screen, what can be done goes on a line of its own. */
const NARROW = '@container (max-width: 900px)'

/** Name, number and state of the form, whether it is saved, and what can be done with it. */
export const EditorBar = memo(function EditorBar({
  session,
  submitId,
  files,
  customerChanges,
  acts,
}: EditorBarProps) {
  const { t } = useTranslation('editor')
  const { t: common } = useTranslation()
  const state = useStore(session.store, useShallow(shownOf))
  const { template, corrections } = state
  const open = state.conflicts.length + state.disputedRows.length
  const goesOn = state.stored && state.state !== 'void' && !isLocked(state)
  return (
    <Box component="header" data-region sx={{ flex: 'none', minWidth: 0, containerType: 'inline-size' }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: 5,
          py: 2.5,
          '& button': { flexShrink: 0 },
          [COMPACT]: { gap: 1.5, '& button > span[aria-hidden]': { display: 'none' } },
          [NARROW]: { flexWrap: 'wrap', rowGap: 1.5, px: 4, py: 2 },
        }}
      >
        <Typography
          variant="h2"
          component="h1"
          noWrap
          tabIndex={-1}
          title={template.name}
          sx={{ flexShrink: 0.2 }}
        >
          {template.name}
        </Typography>
        <Typography variant="caption" color="text.secondary" noWrap sx={{ minWidth: 0, flexShrink: 20 }}>
          {template.code}
        </Typography>
        <Typography variant="caption" color="text.secondary" noWrap sx={{ flexShrink: 0 }}>
          {state.number === '' ? t('bar.unnumbered') : state.number}
        </Typography>
        <Tag tone={stateTones[state.state]}>{common(`state.${state.state}`)}</Tag>
        {state.sharesNumber ? <Tag tone="amber">{t('bar.sharedNumber')}</Tag> : null}
        {corrections > 0 ? (
          <Button
            variant="text"
            onClick={acts.showHistory}
            sx={{ color: 'var(--zk-seal-text)', fontSize: 12, minHeight: 24, lineHeight: '22px', px: 1 }}
          >
            {t('bar.corrected', { count: corrections })}
          </Button>
        ) : null}
        {open > 0 ? (
          <Button
            variant="text"
            onClick={acts.showConflicts}
            sx={{
              color: 'var(--zk-amber-text)',
              bgcolor: 'var(--zk-amber-soft)',
              minHeight: 24,
              lineHeight: '22px',
            }}
          >
            {t('field.conflict', { count: open })}
          </Button>
        ) : null}
        {customerChanges > 0 && state.state !== 'draft' ? (
          <Button
            variant="text"
            onClick={acts.showCustomer}
            sx={{
              color: 'var(--zk-amber-text)',
              bgcolor: 'var(--zk-amber-soft)',
              fontSize: 12,
              minHeight: 24,
              lineHeight: '22px',
              px: 1,
            }}
          >
            {t('customer.changedMark')}
          </Button>
        ) : null}
        <SavedWord session={session} />
        <Box sx={{ flex: 1, [NARROW]: { flexBasis: '100%' } }} />
        <FilesButton files={files} onClick={acts.showFiles} />
        <Button onClick={acts.showHistory}>{t('bar.history')}</Button>
        <Button onClick={acts.print} aria-keyshortcuts="Control+P">
          {t('bar.print')}&nbsp;
          <Keys keys="Ctrl P" />
        </Button>
        {goesOn ? (
          <Button onClick={acts.next} aria-haspopup="dialog" aria-keyshortcuts="F8">
            {t('bar.next')}&nbsp;
            <Keys keys="F8" />
          </Button>
        ) : null}
        <More session={session} state={state} acts={acts} />
        <MainActs session={session} state={state} submitId={submitId} acts={acts} />
      </Box>
    </Box>
  )
})

/** A data folder that can only be read: nothing can be done with any record. */
const isLocked = ({ readOnly, state }: BarState): boolean =>
  readOnly && (state === 'draft' || state === 'submitted')

interface MainActsProps extends Pick<EditorBarProps, 'session' | 'submitId' | 'acts'> {
  readonly state: BarState
}

function FilesButton({ files, onClick }: { readonly files: number; readonly onClick: () => void }) {
  const { t } = useTranslation('attachments')
  return <Button onClick={onClick}>{files === 0 ? t('button') : t('buttonCount', { files })}</Button>
}

/** What comes next in the life of the record, the nearest in blue. */
function MainActs({ session, state, submitId, acts }: MainActsProps) {
  const { t } = useTranslation('editor')
  const { readOnly } = state
  const saving = useStore(session.store, (now) => now.saving)
  switch (state.state) {
    case 'draft':
      return (
        <>
          <SaveButton session={session} acts={acts} />
          <Button
            id={submitId}
            variant="contained"
            color="primary"
            aria-keyshortcuts="F9"
            {...unlessIdle(readOnly || saving, acts.submit)}
          >
            {t('bar.submit')}&nbsp;
            <Keys keys="F9" />
          </Button>
        </>
      )
    case 'submitted':
      return (
        <>
          <Button aria-keyshortcuts="Shift+F9" {...unlessIdle(readOnly || saving, acts.close)}>
            {t('bar.close')}
          </Button>
          <SaveButton session={session} submitId={submitId} acts={acts} />
        </>
      )
    case 'closed':
      return (
        <Button id={submitId} aria-keyshortcuts="Shift+F9" {...unlessIdle(saving, acts.reopen)}>
          {t('bar.reopen')}
        </Button>
      )
    case 'void':
      return null
    default:
      return assertNever(state.state)
  }
}

type SaveButtonProps = Pick<MainActsProps, 'session' | 'acts'> & { readonly submitId?: string }

/** `submitId`: it is the main one. It is drawn again when the word that tells of the save stands. */
function SaveButton({ session, ...button }: SaveButtonProps) {
  const idle = useStore(
    session.store,
    ({ readOnly, saving, stored, dirty }) => readOnly || saving || (stored && !dirty),
  )
  return <DrawnSaveButton idle={useDeferredValue(idle)} {...button} />
}

const DrawnSaveButton = memo(function DrawnSaveButton({
  idle,
  submitId,
  acts,
}: Omit<SaveButtonProps, 'session'> & { readonly idle: boolean }) {
  const { t } = useTranslation('editor')
  return (
    <Button
      {...(submitId === undefined
        ? {}
        : { id: submitId, variant: 'contained' as const, color: 'primary' as const })}
      aria-keyshortcuts="Control+S"
      {...unlessIdle(idle, acts.save)}
    >
      {t('bar.save')}&nbsp;
      <Keys keys="Ctrl S" />
    </Button>
  )
})

/** A button that has nothing to do for the moment keeps the keyboard's focus: a disabled one would lose it. */
const unlessIdle = (idle: boolean, onClick: () => void) => ({
  'aria-disabled': idle,
  onClick: idle ? undefined : onClick,
  sx: { '&[aria-disabled=true]': { opacity: 0.55, cursor: 'default' } },
})

const savingOf = ({
  readOnly,
  state,
  dirty,
  saving,
  savedAt,
  draftSavedAt,
  viewLags,
}: RecordSessionState) => ({ readOnly, state, dirty, saving, savedAt, draftSavedAt, viewLags })

/** Whether what is on the screen is safe, and since when. A plain element: it is drawn between the disk and the person. */
function SavedWord({ session }: Pick<EditorBarProps, 'session'>) {
  const { t } = useTranslation('editor')
  const state = useStore(session.store, useShallow(savingOf))
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
    <span
      role="status"
      className={said?.green === true ? 'zk-saved-word zk-saved-word-safe' : 'zk-saved-word'}
      data-saved={dirty || saving || savedAt === undefined ? undefined : ''}
    >
      {said?.text ?? ''}
    </span>
  )
}

function More({ session, state, acts }: Omit<MainActsProps, 'submitId'>) {
  const { t } = useTranslation(['editor', 'history'])
  const folderReadOnly = useServices().workingCopy.readOnly
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  /** As it was when the menu was opened: the button is not drawn again for every first key and save. */
  const [dirty, setDirty] = useState(false)
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
          setDirty(session.store.getState().dirty)
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
        <MenuItem onClick={run(acts.copy)}>{t('bar.copy')}</MenuItem>
        <MenuItem onClick={run(acts.excel)}>{t('bar.excel')}</MenuItem>
        <MenuItem onClick={run(acts.showSettings)}>{t('bar.settings')}</MenuItem>
        <MenuItem onClick={run(acts.askDiscard)} disabled={!dirty || state.readOnly}>
          {t('bar.discard')}
        </MenuItem>
        {voidable ? (
          <MenuItem
            onClick={run(acts.askVoid)}
            disabled={state.readOnly}
            sx={{ color: 'var(--zk-seal-text)' }}
          >
            {t('bar.void')}
          </MenuItem>
        ) : null}
        {state.state === 'void' ? (
          <MenuItem onClick={run(acts.askRestore)} disabled={folderReadOnly}>
            {t('history:restore.bar')}
          </MenuItem>
        ) : null}
      </Menu>
    </>
  )
}
