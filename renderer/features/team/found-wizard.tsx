import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../db'
import { useServices, useTeam } from '../../stores'
import { Field } from '../../ui'
import { FolderChoice } from './folder-choice'
import { strengthOf } from './passphrase'
import { PassphraseFields } from './passphrase-fields'
import { judgePlace } from './place-judgement'
import { actFailureText } from './use-team-acts'
import { usePlace } from './use-place'
import { WhatHappens, WizardDialog } from './wizard-dialog'

export interface FoundWizardProps {
  /** The team is made; its code is to be kept. */
  readonly onFounded: (recoveryCode: string) => void
  readonly onClose: () => void
}

/** 新建团队目录: a folder, names and perhaps a passphrase, and what is going to happen. */
export function FoundWizard({ onFounded, onClose }: FoundWizardProps) {
  const { t } = useTranslation('team')
  const { team, workingCopy } = useServices()
  const letter = useTeam(({ status }) => status.kept ?? 'A')
  const firm = useLive(() => workingCopy.firm.get(), [workingCopy])
  const { looked, choose } = usePlace()
  const [step, setStep] = useState(0)
  const [typedName, setName] = useState<string | null>(null)
  const [computer, setComputer] = useState('')
  const [locked, setLocked] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const name = typedName ?? (firm ? `${firm.name}${firm.department}`.slice(0, 60) : '')
  const folderFits = looked.state === 'seen' && judgePlace(looked.place, 'found').fits
  const lockFits = !locked || (strengthOf(passphrase) !== 'short' && passphrase === again)
  const namesFit = name.trim() !== '' && computer.trim() !== '' && lockFits
  const path = looked.state === 'none' ? '' : looked.path

  const go = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const done = await team.act('team:found', {
        path,
        name: name.trim(),
        computer: computer.trim(),
        passphrase: locked ? passphrase : null,
      })
      if (done.ok) onFounded(done.value.recoveryCode)
      else setFailure(actFailureText(done.error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <WizardDialog
      title={t('wizard.found')}
      step={step}
      names={[t('wizard.stepFolder'), t('wizard.stepNames'), t('wizard.stepGo')]}
      last={t('wizard.foundGo')}
      mayGoOn={[folderFits, namesFit, true][step] === true}
      busy={busy ? t('wizard.founding') : null}
      failure={step === 2 ? failure : null}
      onStep={setStep}
      onGo={() => void go()}
      onClose={onClose}
    >
      {step === 0 && (
        <>
          <Typography color="textSecondary" sx={{ mb: 4, textWrap: 'pretty' }}>
            {t('alone.foundText')}
          </Typography>
          <FolderChoice looked={looked} purpose="found" onChoose={() => void choose()} />
        </>
      )}
      {step === 1 && (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
          <Field
            label={t('wizard.teamName')}
            placeholder={t('wizard.teamNameExample')}
            value={name}
            autoFocus
            inputProps={{ maxLength: 60 }}
            onChange={(event) => {
              setName(event.target.value)
            }}
          />
          <ComputerName value={computer} onChange={setComputer} />
          <Box>
            <FormControlLabel
              label={t('wizard.withPassphrase')}
              control={
                <Checkbox
                  size="small"
                  checked={locked}
                  onChange={(_event, checked) => {
                    setLocked(checked)
                  }}
                />
              }
            />
            <Typography variant="body2" color="textSecondary">
              {t('wizard.withPassphraseHint')}
            </Typography>
          </Box>
          {locked && (
            <PassphraseFields
              passphrase={passphrase}
              again={again}
              onPassphrase={setPassphrase}
              onAgain={setAgain}
            />
          )}
        </Box>
      )}
      {step === 2 && (
        <WhatHappens
          lines={[
            t('wizard.foundMark', { path, letter }),
            t('wizard.foundContent'),
            t('wizard.foundKept'),
            t('wizard.foundLetter', { letter }),
          ]}
        />
      )}
    </WizardDialog>
  )
}

export interface ComputerNameProps {
  readonly value: string
  readonly onChange: (name: string) => void
  readonly autoFocus?: boolean
}

/** What colleagues call this computer. */
export function ComputerName({ value, onChange, autoFocus = false }: ComputerNameProps) {
  const { t } = useTranslation('team')
  return (
    <Field
      label={t('wizard.computer')}
      hint={t('wizard.computerHint')}
      value={value}
      autoFocus={autoFocus}
      inputProps={{ maxLength: 60 }}
      onChange={(event) => {
        onChange(event.target.value)
      }}
    />
  )
}
