import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../shared/forms/template'
import type { FormSheet } from '../../../shared/ipc/contract'
import { layoutForm } from '../../../shared/print'
import { setupFit } from '../../../shared/print/check/check-setup'
import { movedByFilling } from '../../../shared/print/overprint'
import type { PrintSetup } from '../../../shared/print/setup'
import { emptyValues } from '../../../shared/forms/values'
import { mayOverprint } from '../../stores'
import { Choose } from '../../ui'
import { SetupChoices } from './setup-choices'
import { OverprintChoice } from './overprint-choice'

export interface SetupPanelProps {
  readonly id: string
  /** The forms of the job; where there are several, the one whose page is shown is set. */
  readonly forms: readonly Template[]
  /** The sheet whose form is set. */
  readonly sheet: FormSheet
  readonly setup: PrintSetup
  readonly onForm: (code: string) => void
  readonly onSetup: (setup: PrintSetup) => void
  readonly onClose: () => void
}

/** 打印设置 of one form, beside its pages: what is changed shows on them at once and is remembered. */
export function SetupPanel({ id, forms, sheet, setup, onForm, onSetup, onClose }: SetupPanelProps) {
  const { t } = useTranslation('preview')
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  const { template } = sheet
  return (
    <Box
      component="aside"
      ref={panel}
      id={id}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
      sx={{
        width: 320,
        scrollbarGutter: 'stable',
        flex: 'none',
        overflow: 'auto',
        display: 'flex',
        flexDirection: 'column',
        gap: 3.5,
        px: 4.5,
        py: 3.5,
        bgcolor: 'var(--zk-rail)',
        borderLeft: '1px solid var(--zk-hairline)',
        '&:focus-visible': { outline: 'none' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
        <Typography variant="h3" component="h3" id={titleId} sx={{ flex: 1 }}>
          {t('setup.title')}
        </Typography>
        <Button
          variant="text"
          disabled={Object.keys(setup).length === 0}
          sx={{ color: 'var(--zk-blue-text)' }}
          onClick={() => {
            // A button that is disabled loses the keyboard, and with it what Ctrl+S is pressed for.
            panel.current?.focus()
            onSetup({})
          }}
        >
          {t('setup.reset')}
        </Button>
      </Box>
      {forms.length > 1 ? (
        <Choose
          label={t('setup.form')}
          value={template.code}
          width={272}
          choices={forms.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={onForm}
        />
      ) : null}
      <SetupChoices key={template.code} design={template.paper} setup={setup} onSetup={onSetup} />
      <OverprintChoice
        key={`overprint ${template.code}`}
        sheet={sheet}
        overprint={setup.overprint}
        onOverprint={(overprint) => {
          const { overprint: _, ...rest } = setup
          onSetup(overprint ? { ...rest, overprint } : rest)
        }}
      />
      <Doubts sheet={sheet} setup={setup} />
      <Typography variant="caption" color="text.secondary" sx={{ mt: 'auto' }}>
        {t('setup.remembered')}
      </Typography>
    </Box>
  )
}

/** What of the set-up will not look well on paper, and what to do. */
function Doubts({ sheet, setup }: { readonly sheet: FormSheet; readonly setup: PrintSetup }) {
  const { t } = useTranslation('preview')
  const { template } = sheet
  const { fit, moved } = useMemo(() => doubtsOf(sheet, setup), [sheet, setup])
  const doubts = [
    ...(moved ? [t('setup.moved')] : []),
    ...(fit.fits ? [] : [t('setup.tight')]),
    ...(fit.pages === template.pages ? [] : [t('setup.pages', { pages: fit.pages, drawn: template.pages })]),
  ]
  return (
    <Box
      role="status"
      sx={{ display: 'flex', flexDirection: 'column', gap: 2, '&:empty': { display: 'none' } }}
    >
      {doubts.map((doubt) => (
        <Box
          key={doubt}
          sx={{
            px: 3,
            py: 2,
            borderRadius: 1,
            fontSize: 13,
            bgcolor: 'var(--zk-amber-soft)',
            color: 'var(--zk-amber-text)',
          }}
        >
          {doubt}
        </Box>
      ))}
    </Box>
  )
}

function doubtsOf(sheet: FormSheet, { overprint, ...setup }: PrintSetup) {
  const { template, values, letterhead } = sheet
  const lay = (mode: FormSheet['mode']) =>
    layoutForm({ template, values: mode === 'blank' ? emptyValues : values, letterhead, mode, setup })
  return {
    fit: setupFit(template, letterhead, setup),
    /** The sheet that was printed blank before no longer lies under what was filled in. */
    moved: overprint !== undefined && mayOverprint(sheet) && movedByFilling(lay('filled'), lay('blank')),
  }
}
