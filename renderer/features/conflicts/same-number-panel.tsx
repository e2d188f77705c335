import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { entryByCode } from '../../../shared/catalogue'
import { CUSTOMERS } from '../../../shared/search/list-row'
import type { Bearer, SameNumber } from '../../db'
import { failureText, whenText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { Panel, Tag, useNotices } from '../../ui'

export interface SameNumberPanelProps {
  readonly same: SameNumber
  readonly onDecided: () => void
}

/** One number that several bear: the later one may get another, or all stay. */
export function SameNumberPanel({ same, onDecided }: SameNumberPanelProps) {
  const { t } = useTranslation(['conflicts', 'common'])
  const { workingCopy, clock } = useServices()
  const { sameNumbers, readOnly } = workingCopy
  const notices = useNotices()
  const person = usePersonRef()
  const [proposal, setProposal] = useState('')
  useEffect(() => {
    let current = true
    void sameNumbers.propose(same).then((number) => {
      if (current) setProposal(number)
    })
    return () => {
      current = false
    }
  }, [sameNumbers, same])
  const { list, number, bearers } = same
  const name =
    list === CUSTOMERS
      ? t('sameCustomers', { number })
      : t('sameOf', { form: entryByCode(list)?.head.name ?? list, number })
  const renumber = async (bearer: Bearer) => {
    const done = await sameNumbers.renumber(same, bearer.id, person)
    if (done.ok) notices.tell(t('renumbered', { name: bearer.title, number: done.value.number }))
    else notices.warn(t('failed', { reason: failureText(done.error) }))
    onDecided()
  }
  const leave = async () => {
    const done = await sameNumbers.leave(same, person)
    if (done.ok) notices.tell(t('left', { number }))
    else notices.warn(t('failed', { reason: failureText(done.error) }))
    onDecided()
  }
  return (
    <Panel component="section" aria-label={name} data-same={number} sx={{ mb: 4, overflow: 'hidden' }}>
      <Typography component="h3" sx={{ px: 4, py: 2.5, fontWeight: 600 }}>
        {name}
      </Typography>
      {bearers.map((bearer, i) => (
        <Box
          key={bearer.id}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            px: 4,
            py: 2,
            borderTop: '1px solid var(--zk-hairline)',
          }}
        >
          <Tag tone={i === 0 ? 'green' : 'amber'}>{t(i === 0 ? 'first' : 'later')}</Tag>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box
              component={Link}
              href={list === CUSTOMERS ? `/customer/${bearer.id}` : `/record/${bearer.id}`}
              sx={{ color: 'var(--zk-blue-text)' }}
            >
              {bearer.title === '' ? number : bearer.title}
            </Box>
            <Box sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
              {`${bearer.person?.name ?? t('somebody')} · ${whenText(bearer.at, clock.now())}`}
            </Box>
          </Box>
          {!readOnly && i > 0 && proposal !== '' && (
            <Button
              aria-label={t('renumberLabel', { name: bearer.title, number: proposal })}
              onClick={() => void renumber(bearer)}
            >
              {t('renumber', { number: proposal })}
            </Button>
          )}
        </Box>
      ))}
      {!readOnly && (
        <Box sx={{ px: 4, py: 2.5, borderTop: '1px solid var(--zk-hairline)' }}>
          <Button variant="text" aria-label={t('leaveLabel', { number })} onClick={() => void leave()}>
            {t('leave')}
          </Button>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {t('printed')}
          </Typography>
        </Box>
      )}
    </Panel>
  )
}
