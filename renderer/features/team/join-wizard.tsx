import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useList } from '../../db'
import { useAppState, useCurrentPerson, useServices } from '../../stores'
import { Field } from '../../ui'
import { CUSTOMERS } from '../../../shared/search/list-row'
import { FolderChoice } from './folder-choice'
import { ComputerName } from './found-wizard'
import { judgePlace } from './place-judgement'
import { actFailureText } from './use-team-acts'
import { usePlace } from './use-place'
import { WhatHappens, WizardDialog } from './wizard-dialog'

/** 加入已有团队: the folder and its team compared, this computer's name and data, and what is going to happen. */
export function JoinWizard({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('team')
  const { team, bridge } = useServices()
  const person = useCurrentPerson()
  const old = useAppState((state) => state.start.folder.path)
  const { looked, choose, look } = usePlace()
  const own = useOwn()
  const [step, setStep] = useState(0)
  const [passphrase, setPassphrase] = useState('')
  const [computer, setComputer] = useState('')
  const [data, setData] = useState('')
  const [bring, setBring] = useState(true)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const place = looked.state === 'seen' && looked.place.is === 'team' ? looked.place : null
  const path = looked.state === 'none' ? '' : looked.path
  const folderFits = looked.state === 'seen' && judgePlace(looked.place, 'join').fits
  const opens = place?.locked !== true || passphrase !== ''
  const isEmpty = own.records + own.customers === 0

  const toStep = async (next: number) => {
    setFailure(null)
    if (step === 0 && place?.locked === true && !(await passes())) return
    if (next === 1 && data === '' && place) {
      const suggested = await bridge.call('team:suggestData', { name: place.name })
      setData(suggested.path)
    }
    setStep(next)
  }
  /** A passphrase that does not open the team is told where it is typed. */
  const passes = async (): Promise<boolean> => {
    setBusy(t('wizard.opening'))
    const opened = await bridge.call('team:opens', { path, passphrase }).finally(() => {
      setBusy(null)
    })
    if (!opened.ok) setFailure(actFailureText(opened.error))
    return opened.ok
  }
  const chooseData = async () => {
    const chosen = await bridge.call('folder:choose', { title: t('choose.dataFolder') })
    if (chosen.path !== null) setData(chosen.path)
  }
  const go = async () => {
    setBusy(t('wizard.joining'))
    setFailure(null)
    const done = await team
      .act('team:join', {
        path,
        computer: computer.trim(),
        person: person?.name ?? '',
        passphrase: place?.locked === true ? passphrase : null,
        data,
        bring: bring && !isEmpty,
      })
      .finally(() => {
        setBusy(null)
      })
    // The program starts again on the new data folder by itself.
    if (!done.ok) setFailure(actFailureText(done.error))
  }
  return (
    <WizardDialog
      title={t('wizard.join')}
      step={step}
      names={[t('wizard.stepCheck'), t('wizard.stepData'), t('wizard.stepGo')]}
      last={t('wizard.joinGo')}
      mayGoOn={[folderFits && opens, computer.trim() !== '' && data !== '', true][step] === true}
      busy={busy}
      failure={step === 1 ? null : failure}
      onStep={(next) => void toStep(next)}
      onGo={() => void go()}
      onClose={onClose}
    >
      {step === 0 && (
        <>
          <Typography color="textSecondary" sx={{ mb: 4, textWrap: 'pretty' }}>
            {t('alone.joinText')}
          </Typography>
          <FolderChoice
            looked={looked}
            purpose="join"
            onChoose={() => {
              setFailure(null)
              void choose()
            }}
            onTake={(below) => {
              setFailure(null)
              void look(below)
            }}
          />
          {place?.locked === true && (
            <Field
              label={t('wizard.passphrase')}
              type="password"
              value={passphrase}
              autoComplete="off"
              inputProps={{ maxLength: 200 }}
              sx={{ mt: 3 }}
              onChange={(event) => {
                setPassphrase(event.target.value)
                setFailure(null)
              }}
            />
          )}
        </>
      )}
      {step === 1 && (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
          <ComputerName value={computer} onChange={setComputer} autoFocus />
          <Box>
            <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}>{t('wizard.dataPlace')}</Box>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
              <Typography data-selectable sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                {data}
              </Typography>
              <Button onClick={() => void chooseData()} sx={{ flex: 'none' }}>
                {t('wizard.dataPlaceChange')}
              </Button>
            </Box>
          </Box>
          {isEmpty ? (
            <Typography color="textSecondary">{t('wizard.bringNone')}</Typography>
          ) : (
            <Box>
              <FormControlLabel
                label={t('wizard.bring', { count: own.records, customers: own.customers })}
                control={
                  <Checkbox
                    size="small"
                    checked={bring}
                    onChange={(_event, checked) => {
                      setBring(checked)
                    }}
                  />
                }
              />
              <Typography variant="body2" color="textSecondary" sx={{ textWrap: 'pretty' }}>
                {t(bring ? 'wizard.bringText' : 'wizard.leaveBehind')}
              </Typography>
            </Box>
          )}
          <Typography variant="body2" color="textSecondary">
            {person ? t('wizard.person', { name: person.name }) : t('wizard.personNone')}
          </Typography>
        </Box>
      )}
      {step === 2 && (
        <WhatHappens
          lines={[
            t('wizard.joinFetch', { data }),
            t('wizard.joinKept', { old }),
            t('wizard.joinRestart'),
            t('wizard.joinWait'),
          ]}
        />
      )}
    </WizardDialog>
  )
}

/** How much there is on this computer. */
function useOwn(): { readonly records: number; readonly customers: number } {
  const { workingCopy } = useServices()
  const counts = useList(workingCopy.lists, (lists) => lists.counts(), []) ?? []
  const sum = (wanted: boolean) =>
    counts.reduce((total, { list, count }) => ((list === CUSTOMERS) === wanted ? total + count : total), 0)
  return { records: sum(false), customers: sum(true) }
}
