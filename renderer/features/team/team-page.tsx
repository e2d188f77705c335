import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices, useTeam } from '../../stores'
import { Page, Section } from '../../ui'
import { AloneTeam } from './alone-team'
import { FoundWizard } from './found-wizard'
import { JoinWizard } from './join-wizard'
import { MemberTeam } from './member-team'
import { ProblemList } from './problem-list'
import { RecoveryCodeDialog } from './recovery-code-dialog'
import { TeamHelp } from './team-help'

type Open = 'found' | 'join' | 'help' | null

/** 团队: alone or in one; what needs a person, the folder, the computers. */
export function TeamPage() {
  const { t } = useTranslation('team')
  const { workingCopy } = useServices()
  const { status, known } = useTeam((state) => state)
  const [open, setOpen] = useState<Open>(null)
  const [code, setCode] = useState<string | null>(null)
  const close = () => {
    setOpen(null)
  }
  const { team } = status
  return (
    <Page
      title={team?.name ?? t('title')}
      note={team && t('page.fingerprint', { fingerprint: team.fingerprint })}
      maxWidth={920}
      actions={
        <Button
          onClick={() => {
            setOpen('help')
          }}
        >
          {t('page.help')}
        </Button>
      }
    >
      {known && status.standing === 'none' && status.problems.length > 0 && (
        <Section title={t('page.problems')}>
          <ProblemList problems={status.problems} busy={false} onAct={() => undefined} />
        </Section>
      )}
      {known && status.standing === 'none' && (
        <AloneTeam
          readOnly={workingCopy.readOnly}
          kept={status.kept}
          onFound={() => {
            setOpen('found')
          }}
          onJoin={() => {
            setOpen('join')
          }}
        />
      )}
      {status.standing === 'member' && <MemberTeam onCode={setCode} />}
      {open === 'found' && (
        <FoundWizard
          onFounded={(recoveryCode) => {
            close()
            setCode(recoveryCode)
          }}
          onClose={close}
        />
      )}
      {open === 'join' && <JoinWizard onClose={close} />}
      {open === 'help' && <TeamHelp onClose={close} />}
      {code !== null && (
        <RecoveryCodeDialog
          code={code}
          onClose={() => {
            setCode(null)
          }}
        />
      )}
    </Page>
  )
}
