import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaints } from './complaints'

/** What is wrong with the version that is being made, and what to do. */
export function ComplaintList({ complaints }: { readonly complaints: Complaints }) {
  const { t } = useTranslation('formSettings')
  const { refused, doubts } = complaints
  return (
    <Box
      role="status"
      sx={{ display: 'flex', flexDirection: 'column', gap: 2, '&:empty': { display: 'none' } }}
    >
      {refused.length > 0 && (
        <Strip tone="seal" details={refused}>
          {t('refused')}
        </Strip>
      )}
      {doubts.map(({ fault, details }) => (
        <Strip key={fault} tone="amber" details={details}>
          {t(`fault.${fault}`)}
        </Strip>
      ))}
    </Box>
  )
}

export interface StripProps {
  readonly tone: 'seal' | 'amber'
  /** The checker's own words; forms are spoken of in Chinese. */
  readonly details?: readonly string[]
  readonly children: ReactNode
}

/** Something to know before going on. */
export function Strip({ tone, details = [], children }: StripProps) {
  return (
    <Box
      sx={{
        px: 3,
        py: 2,
        borderRadius: 1,
        fontSize: 13,
        bgcolor: `var(--zk-${tone}-soft)`,
        color: `var(--zk-${tone}-text)`,
      }}
    >
      {children}
      {details.length > 0 && (
        <Box component="ul" lang="zh-CN" sx={{ m: 0, mt: 1, pl: 4 }}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </Box>
      )}
    </Box>
  )
}
