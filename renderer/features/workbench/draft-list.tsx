import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { failureText, whenText } from '../../i18n'
import { AskDialog, EmptyState, lineAbout, lineLink, Panel, useNotices } from '../../ui'
import { entryByCode } from '../../../shared/catalogue'
import type { Draft } from '../../../shared/ipc/contract'
import { draftTitle } from './draft-title'
import { useDrafts } from './use-drafts'

/** Forms that were begun and not saved, also after a crash: go on, or throw away. */
export function DraftList({ now }: { readonly now: number }) {
  const { t } = useTranslation('workbench')
  const notices = useNotices()
  const { drafts, failure, remove } = useDrafts()
  const [asked, setAsked] = useState<Draft | null>(null)
  const discard = async (draft: Draft) => {
    setAsked(null)
    const result = await remove(draft.id)
    if (!result.ok) notices.warn(failureText(result.error))
  }
  return (
    <Panel sx={{ overflow: 'hidden' }}>
      {failure && (
        <Typography role="alert" sx={{ p: 4, color: 'var(--zk-seal-text)' }}>
          {failureText(failure)}
        </Typography>
      )}
      {drafts?.length === 0 && <EmptyState title={t('noDrafts')} text={t('noDraftsText')} />}
      {drafts?.map((draft) => (
        <DraftLine
          key={draft.id}
          draft={draft}
          now={now}
          onDiscard={() => {
            setAsked(draft)
          }}
        />
      ))}
      {asked && (
        <AskDialog
          title={t('discardTitle')}
          text={t(asked.record === undefined ? 'discardNew' : 'discardChange')}
          yes={t('discard')}
          final
          onYes={() => void discard(asked)}
          onNo={() => {
            setAsked(null)
          }}
        />
      )}
    </Panel>
  )
}

interface DraftLineProps {
  readonly draft: Draft
  readonly now: number
  readonly onDiscard: () => void
}

function DraftLine({ draft, now, onDiscard }: DraftLineProps) {
  const { t } = useTranslation('workbench')
  const template = entryByCode(draft.templateCode)?.template
  const name = template?.name ?? draft.templateCode
  const title = draftTitle(template, draft.values)
  const about = [draft.record === undefined ? '' : t('changing'), whenText(draft.savedAt, now)].filter(
    (part) => part !== '',
  )
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        borderTop: '1px solid var(--zk-hairline)',
        mt: '-1px',
        pr: 2,
      }}
    >
      <Box
        component={Link}
        href={`/draft/${draft.id}`}
        sx={{
          ...lineLink,
          flex: 1,
          minWidth: 0,
        }}
      >
        <Box component="span" lang="zh-CN" sx={{ whiteSpace: 'nowrap' }}>
          {name}
        </Box>
        <Box component="span" sx={lineAbout}>
          {title}
        </Box>
        <Box
          component="span"
          sx={{ ml: 'auto', fontSize: 12, color: 'var(--zk-ink-soft)', whiteSpace: 'nowrap' }}
        >
          {about.join(' · ')}
        </Box>
      </Box>
      <Button
        variant="text"
        sx={{ color: 'var(--zk-ink-soft)' }}
        aria-label={t('discardNamed', { name })}
        onClick={onDiscard}
      >
        {t('discard')}
      </Button>
    </Box>
  )
}
