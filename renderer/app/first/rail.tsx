import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useStore } from 'zustand'
import { Chop } from '../../ui/chop'
import { Tag } from '../../ui/tag'
import type { FrameStore } from './frame-state'

/** The pages, with how much is in them, and the forms that are used here most. */
export function Rail({ store }: { readonly store: FrameStore }) {
  const { t } = useTranslation('frame')
  const [location] = useLocation()
  const { quick, isMember, forms, dues, records, customers } = useStore(store, ({ facts }) => facts)
  return (
    <Box
      component="nav"
      aria-label={t('rail')}
      data-region
      sx={{
        gridRow: '2 / 4',
        display: 'flex',
        flexDirection: 'column',
        gap: 0.5,
        px: 2.5,
        py: 3.5,
        overflow: 'auto',
        backgroundColor: 'var(--zk-rail)',
        borderRight: '1px solid var(--zk-hairline)',
      }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2.5,
          px: 2,
          pb: 3.5,
          fontSize: 17,
          fontWeight: 700,
          letterSpacing: '.06em',
        }}
      >
        <Chop size={30} />
        {t('brand')}
      </Box>
      <RailLink to="/" label={t('workbench')} here={location === '/'} />
      <RailLink to="/dues" label={t('dues')} urgent={dues} here={location === '/dues'} />
      <RailLink to="/forms" label={t('forms')} count={forms} here={location.startsWith('/forms')} />
      <RailLink to="/records" label={t('records')} count={records} here={location.startsWith('/record')} />
      <RailLink
        to="/customers"
        label={t('customers')}
        count={customers}
        here={location.startsWith('/customer')}
      />
      {quick.length > 0 && (
        <>
          <RailHead text={t('quickForms')} />
          {quick.map(({ code, name }) => (
            <RailLink
              key={code}
              to={`/fill/${code}`}
              label={name}
              lang="zh-CN"
              here={location === `/fill/${code}`}
            />
          ))}
        </>
      )}
      <RailHead text={t('other')} />
      {isMember && <RailLink to="/team" label={t('team')} here={location === '/team'} />}
      <RailLink to="/audit" label={t('audit')} here={location === '/audit'} />
      <RailLink to="/settings" label={t('settings')} here={location === '/settings'} />
      <RailLink to="/about" label={t('about')} here={location === '/about'} />
    </Box>
  )
}

function RailHead({ text }: { readonly text: string }) {
  return <Box sx={{ mx: 2.5, mt: 3.5, mb: 1, fontSize: 12, color: 'var(--zk-ink-soft)' }}>{text}</Box>
}

interface RailLinkProps {
  readonly to: string
  readonly label: string
  readonly here: boolean
  readonly count?: number | undefined
  /** What cannot wait. */
  readonly urgent?: number | undefined
  /** Names of forms stay Chinese in every language. */
  readonly lang?: string
}

function RailLink({ to, label, here, count, urgent, lang }: RailLinkProps) {
  return (
    <Box
      component={Link}
      href={to}
      aria-current={here ? 'page' : undefined}
      {...(lang === undefined ? {} : { lang })}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2.5,
        px: 2.5,
        py: 1.75,
        flex: 'none',
        borderRadius: 1,
        color: here ? 'var(--zk-blue-text)' : 'var(--zk-ink)',
        fontWeight: here ? 600 : 400,
        backgroundColor: here ? 'var(--zk-blue-soft)' : 'transparent',
        textDecoration: 'none',
        '&:hover': { backgroundColor: here ? 'var(--zk-blue-soft)' : 'var(--zk-hover)' },
      }}
    >
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {label}
      </Box>
      {count !== undefined && (
        <Box
          component="span"
          sx={{ ml: 'auto', fontSize: 12, color: here ? 'inherit' : 'var(--zk-ink-soft)' }}
        >
          {count.toLocaleString('en-US')}
        </Box>
      )}
      {urgent !== undefined && urgent > 0 && (
        <Box component="span" sx={{ ml: 'auto' }}>
          <Tag tone="red">{urgent.toLocaleString('en-US')}</Tag>
        </Box>
      )}
    </Box>
  )
}
