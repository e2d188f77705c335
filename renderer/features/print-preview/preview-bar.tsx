import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { DialogBar, Keys } from '../../ui'
import { ZoomControl } from '../sheet'
import type { ZoomMove } from '../sheet'
import type { SheetMode } from './preview-job'

export interface PreviewBarProps {
  readonly titleId: string
  /** Null while the pages are being laid out. */
  readonly pages: number | null
  readonly mode: SheetMode | null
  readonly onMode: (mode: SheetMode) => void
  /** Absent for what has no form to set up. */
  readonly setup?: SetupButtonProps
  /** Absent where nothing is attached. */
  readonly attachments?: AttachmentsToggle
  readonly zoom: number
  readonly onZoom: (move: ZoomMove | 'fit') => void
  readonly copies: string
  readonly copiesBad: boolean
  readonly onCopies: (copies: string) => void
  /** Saving or printing is under way, or there is no PDF. */
  readonly busy: boolean
  readonly onSave: () => void
  /** Null where there is no form to export: a register. */
  readonly onExcel: (() => void) | null
  readonly onPrint: () => void
  readonly onClose: () => void
}

/** What can be done with the pages below. */
export function PreviewBar(props: PreviewBarProps) {
  const { t } = useTranslation('preview')
  const { mode } = props
  return (
    <DialogBar wraps>
      <Typography variant="h2" id={props.titleId} sx={{ whiteSpace: 'nowrap' }}>
        {t('title')}
      </Typography>
      <Typography variant="caption" color="text.secondary" role="status" sx={{ minWidth: 56 }}>
        {props.pages === null ? '' : t('pages', { count: props.pages })}
      </Typography>
      <Box sx={{ flex: 1 }} />
      {mode === null ? null : (
        <ToggleButtonGroup
          value={mode}
          aria-label={t('sheets')}
          onChange={(_, next: SheetMode | null) => {
            if (next) props.onMode(next)
          }}
        >
          <ToggleButton value="filled" title={t('filledHint')}>
            {t('filled')}
          </ToggleButton>
          <ToggleButton value="blank" title={t('blankHint')}>
            {t('blank')}
          </ToggleButton>
        </ToggleButtonGroup>
      )}
      {props.attachments ? (
        <ToggleButton
          value="attachments"
          selected={props.attachments.on}
          disabled={props.attachments.busy}
          onChange={props.attachments.onToggle}
          title={t('attachmentsHint')}
        >
          {props.attachments.busy
            ? t('attachmentsBusy')
            : t('attachments', { files: props.attachments.count })}
        </ToggleButton>
      ) : null}
      {props.setup ? <SetupButton {...props.setup} /> : null}
      <ZoomControl zoom={props.zoom} onZoom={props.onZoom} />
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        {t('copies')}
        <OutlinedInput
          value={props.copies}
          error={props.copiesBad}
          onChange={(event) => {
            props.onCopies(event.target.value)
          }}
          inputProps={{
            inputMode: 'numeric',
            maxLength: 3,
            'aria-invalid': props.copiesBad,
            title: t('copiesBad'),
          }}
          sx={{ width: 56 }}
        />
      </Box>
      <Button onClick={props.onSave} disabled={props.busy} aria-keyshortcuts="Control+S">
        {t('save')}&nbsp;
        <Keys keys="Ctrl S" />
      </Button>
      {props.onExcel === null ? null : <Button onClick={props.onExcel}>{t('excel')}</Button>}
      <Button
        variant="contained"
        color="primary"
        onClick={props.onPrint}
        disabled={props.busy || props.copiesBad}
        aria-keyshortcuts="Control+P"
      >
        {t('print')}&nbsp;
        <Keys keys="Ctrl P" />
      </Button>
      <Button onClick={props.onClose} aria-keyshortcuts="Escape">
        {t('close')}&nbsp;
        <Keys keys="Esc" />
      </Button>
    </DialogBar>
  )
}

export interface AttachmentsToggle {
  readonly count: number
  readonly on: boolean
  /** Their pages are being drawn. */
  readonly busy: boolean
  readonly onToggle: () => void
}

export interface SetupButtonProps {
  /** Id of the panel. */
  readonly controls: string
  readonly open: boolean
  /** The form that is set has a set-up of its own. */
  readonly own: boolean
  readonly buttonRef: React.Ref<HTMLButtonElement>
  readonly onToggle: () => void
}

function SetupButton({ controls, open, own, buttonRef, onToggle }: SetupButtonProps) {
  const { t } = useTranslation('preview')
  return (
    <Button
      ref={buttonRef}
      aria-expanded={open}
      {...(open ? { 'aria-controls': controls } : {})}
      {...(own ? { title: t('setup.ownTitle') } : {})}
      onClick={onToggle}
      sx={{
        ...(open ? { bgcolor: 'var(--zk-blue-soft)' } : {}),
        ...(open || own ? { color: 'var(--zk-blue-text)' } : {}),
      }}
    >
      {t('setup.title')}
      {own ? <Dot /> : null}
    </Button>
  )
}

/** Something here is not as usual. */
function Dot() {
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{ width: 6, height: 6, ml: 1.5, borderRadius: '3px', bgcolor: 'var(--zk-blue)' }}
    />
  )
}
