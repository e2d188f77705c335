import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { BackupPreview, FormCount } from '../../../shared/ipc/restore'
import { sizeText, whenText } from '../../i18n'
import { Compare } from './compare'
import { Words } from './words'

export interface PreviewViewProps {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly preview: BackupPreview
  readonly target: string
  readonly onPlace: () => void
}

/** What a backup holds, how it stands beside what is open, and where it goes. */
export function PreviewView({ now, preview, target, onPlace }: PreviewViewProps) {
  const { t } = useTranslation('restore')
  const { contents, compared } = preview
  const { computer, program } = contents
  const when = (ms: number) => whenText(ms, now)
  return (
    <>
      <Typography role="status" sx={{ color: 'var(--zk-green-text)', fontWeight: 600 }}>
        {t('whole')}
      </Typography>
      <Typography sx={{ mt: 1 }}>{t('made', { when: when(contents.created) })}</Typography>
      <Typography variant="body2" color="textSecondary">
        {[
          ...(computer === null
            ? []
            : [program === null ? t('computer', { computer }) : t('computerProgram', { computer, program })]),
          t('size', { size: sizeText(contents.bytes) }),
          ...(contents.encrypted ? [t('encrypted')] : []),
        ].join(' · ')}
      </Typography>
      <Box sx={{ mt: 3, p: 3, bgcolor: 'var(--zk-desk)', borderRadius: 1 }}>
        <Typography variant="h3" component="h3" sx={{ mb: 1.5 }}>
          {t('holds')}
        </Typography>
        <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {[
            t('customers', { count: contents.customers }),
            t('records', { count: contents.records }),
            t('attachments', {
              count: contents.attachments.count,
              size: sizeText(contents.attachments.bytes),
            }),
            t('templates', { count: contents.templates }),
          ].join(' · ')}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {contents.newest === null ? t('newestNone') : t('newest', { when: when(contents.newest) })}
        </Typography>
        <Forms forms={contents.forms} />
      </Box>
      <Compare compared={compared} settingsToo={contents.settings && compared.with === 'empty'} />
      <Box sx={{ mt: 3, fontSize: 13, color: 'var(--zk-ink-soft)' }}>{t('target')}</Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 2 }}>
        <Typography data-selectable sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {target}
        </Typography>
        <Button sx={{ flex: 'none' }} onClick={onPlace}>
          {t('targetChange')}
        </Button>
      </Box>
      {compared.with !== 'empty' && <Words>{t('kept', { path: compared.path })}</Words>}
    </>
  )
}

/** Forms that are named one by one; the rest is counted. */
const NAMED = 6

function Forms({ forms }: { readonly forms: readonly FormCount[] }) {
  const { t } = useTranslation('restore')
  if (forms.length === 0) return null
  const more = forms.length - NAMED
  return (
    <Box
      component="ul"
      aria-label={t('forms')}
      sx={{
        m: 0,
        mt: 2,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        gridTemplateColumns: '1fr 1fr',
        columnGap: 5,
      }}
    >
      {forms.slice(0, NAMED).map(({ code, name, count }) => (
        <Box
          component="li"
          key={code}
          sx={{ display: 'flex', gap: 2, fontSize: 13, fontVariantNumeric: 'tabular-nums' }}
        >
          <Box
            component="span"
            sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
          >
            {name === '' ? t('formUnknown') : name}
          </Box>
          <Box component="span">{count}</Box>
        </Box>
      ))}
      {more > 0 && (
        <Box component="li" sx={{ fontSize: 13, color: 'var(--zk-ink-soft)' }}>
          {t('formsMore', { count: more })}
        </Box>
      )}
    </Box>
  )
}
