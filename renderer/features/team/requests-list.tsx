import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { Field, Panel } from '../../ui'
import type { TeamRequest, TeamStatus } from '../../../shared/team'
import { letterProblem } from './letters'

export interface Admission {
  readonly device: string
  readonly letter: string
  readonly name: string
}

export interface RequestsListProps {
  readonly status: TeamStatus
  readonly busy: boolean
  readonly onAdmit: (admission: Admission) => void
}

/** Computers that ask to be admitted, each with its number to be compared and its letter. */
export function RequestsList({ status, busy, onAdmit }: RequestsListProps) {
  const { t } = useTranslation('team')
  const { requests, members, team, self } = status
  const mayAdmit = team?.holdsSeal === true
  return (
    <Panel component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {requests.map((request) => (
        <RequestLine
          key={request.device}
          request={request}
          members={members}
          isSelf={request.device === self?.device}
          mayAdmit={mayAdmit}
          busy={busy}
          onAdmit={onAdmit}
        />
      ))}
      {!mayAdmit && (
        <Typography component="li" variant="body2" color="textSecondary" sx={{ px: 4, pb: 4 }}>
          {t('page.onlySeal')}
        </Typography>
      )}
    </Panel>
  )
}

interface RequestLineProps {
  readonly request: TeamRequest
  readonly members: TeamStatus['members']
  readonly isSelf: boolean
  readonly mayAdmit: boolean
  readonly busy: boolean
  readonly onAdmit: (admission: Admission) => void
}

function RequestLine({ request, members, isSelf, mayAdmit, busy, onAdmit }: RequestLineProps) {
  const { t } = useTranslation('team')
  const { clock } = useServices()
  const [letter, setLetter] = useState(request.letter)
  const [name, setName] = useState(request.name)
  const problem = letterProblem(letter, members)
  const { device, person, program, at, fingerprint } = request
  const when = whenText(at, clock.now())
  const admit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (problem === null && name.trim() !== '') onAdmit({ device, letter, name: name.trim() })
  }
  return (
    <Box
      component="li"
      data-request={device}
      sx={{ p: 4, '& + &': { borderTop: '1px solid var(--zk-hairline)' } }}
    >
      <Typography sx={{ fontWeight: 600 }}>
        {person === ''
          ? t('page.requestLineNoPerson', { name: request.name, program, when })
          : t('page.requestLine', { name: request.name, person, program, when })}
      </Typography>
      <Typography
        variant="body2"
        data-selectable
        sx={{ mt: 1, fontVariantNumeric: 'tabular-nums', color: 'var(--zk-amber-text)' }}
      >
        {t(isSelf ? 'page.ownFingerprint' : 'page.requestFingerprint', { fingerprint })}
      </Typography>
      {mayAdmit && (
        <Box
          component="form"
          noValidate
          onSubmit={admit}
          sx={{ display: 'flex', gap: 3, mt: 3, alignItems: 'flex-start' }}
        >
          <Field
            label={t('page.requestName')}
            value={name}
            sx={{ width: 260 }}
            inputProps={{ maxLength: 60 }}
            onChange={(event) => {
              setName(event.target.value)
            }}
          />
          <Field
            label={t('page.requestLetter')}
            value={letter}
            sx={{ width: 160 }}
            problem={
              problem === null ? undefined : t(problem === 'bad' ? 'page.letterBad' : 'page.letterTaken')
            }
            inputProps={{ maxLength: 3 }}
            onChange={(event) => {
              setLetter(event.target.value.toUpperCase())
            }}
          />
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy || problem !== null || name.trim() === ''}
            aria-label={t('page.admitNamed', { name: request.name })}
            sx={{ mt: 6 }}
          >
            {t('page.admit')}
          </Button>
        </Box>
      )}
    </Box>
  )
}
