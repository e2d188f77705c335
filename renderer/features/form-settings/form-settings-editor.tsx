import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkTemplate, templateHash } from '../../../shared/forms'
import { settingsBetween } from '../../../shared/forms/settings'
import type { Template } from '../../../shared/forms/template'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { FormVersions } from '../../db'
import { failureText, whenText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { AskDialog, DialogBar, Keys, Tag, useNotices } from '../../ui'
import { BlankPreview } from './blank-preview'
import { ComplaintList, Strip } from './complaint-list'
import { carriedOver, draftOf, madeFrom, type SettingsDraft } from './draft'
import { NumberRulePart } from './number-rule-part'
import { SettingsForm } from './settings-form'
import { useComplaints } from './use-complaints'

export interface FormSettingsEditorProps {
  readonly titleId: string
  readonly versions: FormVersions
  readonly letterhead: Letterhead
  /** The person wants to leave without having saved. */
  readonly asking: boolean
  readonly onAnswered: () => void
  readonly onChanged: (changed: boolean) => void
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** What is being set: a form of the books, and what the firm makes of it. */
interface Work {
  readonly base: Template
  readonly draft: SettingsDraft
}

export function FormSettingsEditor(props: FormSettingsEditorProps) {
  const { t } = useTranslation(['formSettings', 'common'])
  const { versions, letterhead, onChanged, onClose } = props
  const { workingCopy, clock } = useServices()
  const by = usePersonRef()
  const notices = useNotices()
  const { shipped, choices } = versions
  const own = choices[0]?.template
  const [{ base, draft }, setWork] = useState<Work>(() => ({
    base: own ? (choices[0]?.base ?? own) : shipped.template,
    draft: draftOf(own ?? shipped.template),
  }))
  const [saving, setSaving] = useState(false)
  const made = useMemo(() => madeFrom(base, draft), [base, draft])
  const complaints = useComplaints(made, base)
  const currentHash = own ? (choices[0]?.hash ?? '') : shipped.hash
  const parted = choices.length > 1
  const changed = useMemo(() => templateHash(made) !== currentHash, [made, currentHash])
  useEffect(() => {
    onChanged(changed)
  }, [changed, onChanged])
  const { readOnly } = workingCopy
  const asShipped = made === shipped.template
  const newer = base !== shipped.template && templateHash(base) !== shipped.hash

  const save = async () => {
    // What was typed last may not have been looked over yet.
    if (checkTemplate(made).length > 0) return
    setSaving(true)
    const { code } = shipped
    const saved = await workingCopy.templates.choose(code, asShipped ? null : made, versions.seen, by)
    setSaving(false)
    if (!saved.ok) {
      notices.warn(failureText(saved.error))
      return
    }
    notices.tell(t(asShipped ? 'savedAsShipped' : 'saved', { name: shipped.head.name }))
    onClose()
  }
  const [choice] = choices
  const canSave = (changed || parted) && complaints.refused.length === 0 && !saving && !readOnly
  return (
    <Box
      sx={{ display: 'contents' }}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
        event.preventDefault()
        if (canSave) void save()
      }}
    >
      <DialogBar>
        <Typography variant="h2" id={props.titleId} noWrap>
          {t('title')}
          <Box component="span" lang="zh-CN" sx={{ ml: 3 }}>
            {shipped.head.name}
          </Box>
        </Typography>
        {own && <Tag tone="blue">{t('own')}</Tag>}
        {choice && (
          <Typography variant="caption" color="text.secondary" noWrap>
            {t('changedBy', {
              when: whenText(choice.at, clock.now()),
              who: choice.person?.name ?? t('somebody'),
            })}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        <Button
          // Not disabled: it would lose the keyboard's focus once it was pressed.
          aria-disabled={readOnly || asShipped}
          title={t('restoreHint')}
          sx={{ '&[aria-disabled=true]': { opacity: 0.55, cursor: 'default' } }}
          onClick={() => {
            if (!readOnly) setWork({ base: shipped.template, draft: draftOf(shipped.template) })
          }}
        >
          {t('restore')}
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={!canSave}
          aria-keyshortcuts="Control+S"
          onClick={() => void save()}
        >
          {t('common:save')}&nbsp;
          <Keys keys="Ctrl S" />
        </Button>
        <Button onClick={props.onLeave} aria-keyshortcuts="Escape">
          {t('common:close')}&nbsp;
          <Keys keys="Esc" />
        </Button>
      </DialogBar>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          sx={{
            width: 392,
            flex: 'none',
            display: 'flex',
            flexDirection: 'column',
            bgcolor: 'var(--zk-rail)',
            borderRight: '1px solid var(--zk-hairline)',
          }}
        >
          <Box
            tabIndex={-1}
            sx={{
              flex: 1,
              minHeight: 0,
              overflow: 'auto',
              px: 5,
              py: 4,
              display: 'flex',
              flexDirection: 'column',
              gap: 4,
            }}
          >
            {readOnly && <Strip tone="amber">{t('readOnly')}</Strip>}
            {parted && <Strip tone="amber">{t('parted')}</Strip>}
            {newer && own && (
              <Strip tone="amber">
                {t('newer')}{' '}
                <Button
                  variant="text"
                  sx={{ color: 'inherit', textDecoration: 'underline', minHeight: 24, lineHeight: '22px' }}
                  disabled={readOnly}
                  onClick={() => {
                    const settings = settingsBetween(base, made)
                    setWork({ base: shipped.template, draft: carriedOver(settings, shipped.template) })
                  }}
                >
                  {t('takeNewer')}
                </Button>
              </Strip>
            )}
            <NumberRulePart template={base} />
            <SettingsForm
              base={base}
              draft={draft}
              readOnly={readOnly}
              onDraft={(next) => {
                setWork({ base, draft: next })
              }}
            />
          </Box>
          <Box sx={{ px: 5, py: 3, borderTop: '1px solid var(--zk-hairline)', display: 'grid', gap: 2 }}>
            <ComplaintList complaints={complaints} />
            {made.pages > base.pages && (
              <Strip tone="amber">{t('morePages', { pages: made.pages, drawn: base.pages })}</Strip>
            )}
            <Typography variant="caption" color="text.secondary">
              {t('pagesNow', { count: made.pages })} {t('whatHappens')}
            </Typography>
          </Box>
        </Box>
        <BlankPreview template={made} letterhead={letterhead} />
      </Box>
      {props.asking && (
        <AskDialog
          title={t('leaveTitle')}
          text={t('leaveText')}
          yes={t('leave')}
          final
          onYes={onClose}
          onNo={props.onAnswered}
        />
      )}
    </Box>
  )
}
