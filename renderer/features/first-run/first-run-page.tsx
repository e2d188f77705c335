import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { useServices } from '../../stores'
import { enterMovesOn, Field, useNotices } from '../../ui'
import { useIsDemo, useOpenDemo } from '../demo'
import { LogoPicker, PeopleList, type Logo, type PersonLine } from '../people'
import { BringData } from '../restore'
import { StartCard } from '../start-up'
import { JoinWizard } from '../team'
import { firstRunProblem, namedPeople, placeOfHere, type FirstRunProblem } from './first-run'

/** The first page of all: the firm, its people, and who sits here. One page, by keyboard alone if one likes. */
export function FirstRunPage({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['start', 'demo'])
  const { bridge, workingCopy, app } = useServices()
  const notices = useNotices()
  const isDemo = useIsDemo()
  const openDemo = useOpenDemo()
  const form = useRef<HTMLFormElement>(null)
  const keys = useRef(1)
  const [firm, setFirm] = useState('')
  const [department, setDepartment] = useState('')
  const [logo, setLogo] = useState<Logo | undefined>(undefined)
  const [people, setPeople] = useState<readonly PersonLine[]>([{ key: '1', name: '', post: '' }])
  const [here, setHere] = useState('1')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [joining, setJoining] = useState(false)
  const entry = { firm, department, people, here }
  const problem = tried ? firstRunProblem(entry) : null

  const finish = async () => {
    const saved = await workingCopy.firm.save({
      name: firm.trim(),
      department: department.trim(),
      ...(logo ? { logo } : {}),
    })
    if (!saved.ok) {
      notices.warn(failureText(saved.error))
      return
    }
    const added = await workingCopy.staff.add(namedPeople(people).map(({ name, post }) => ({ name, post })))
    if (!added.ok) {
      notices.warn(failureText(added.error))
      return
    }
    const me = added.value[placeOfHere(entry)]
    if (me) await app.switchPerson(me.id)
    onDone()
  }
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    const wrong = firstRunProblem(entry)
    if (wrong) {
      focusProblem(form.current, wrong, people)
      return
    }
    setBusy(true)
    await finish()
    setBusy(false)
  }

  return (
    <StartCard title={t('firstRun.title')} wide>
      <Typography color="textSecondary" sx={{ mb: 5, textWrap: 'pretty' }}>
        {t('firstRun.intro')}
      </Typography>
      <form ref={form} noValidate onSubmit={(event) => void submit(event)} onKeyDown={enterMovesOn}>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
          <Field
            label={t('firstRun.firm')}
            placeholder={t('firstRun.firmExample')}
            value={firm}
            autoFocus
            required
            problem={problem?.problem === 'firmMissing' ? t('firstRun.firmMissing') : undefined}
            inputProps={{ maxLength: 60 }}
            onChange={(event) => {
              setFirm(event.target.value)
            }}
          />
          <Field
            label={t('firstRun.department')}
            placeholder={t('firstRun.departmentExample')}
            value={department}
            mayBeEmpty
            inputProps={{ maxLength: 40 }}
            onChange={(event) => {
              setDepartment(event.target.value)
            }}
          />
        </Box>
        <Box sx={{ mt: 4 }}>
          <LogoPicker label={t('firstRun.logo')} logo={logo} bridge={bridge} onLogo={setLogo} />
        </Box>
        <Box sx={{ mt: 5, mb: 2, display: 'flex', gap: 2, alignItems: 'baseline' }}>
          <Typography variant="h3" component="h2">
            {t('firstRun.staff')}
          </Typography>
          <Typography variant="caption" color="textSecondary">
            {t('firstRun.staffNote')}
          </Typography>
        </Box>
        <PeopleList
          people={people}
          here={here}
          onPeople={setPeople}
          onHere={setHere}
          newKey={() => String((keys.current += 1))}
          problemAt={problem && problem.problem !== 'firmMissing' ? problem.key : undefined}
        />
        {problem && problem.problem !== 'firmMissing' && (
          <Typography role="alert" variant="body2" sx={{ mt: 2, color: 'var(--zk-seal-text)' }}>
            {problem.problem === 'twice'
              ? t('firstRun.twice', { name: problem.name })
              : t('firstRun.staffMissing')}
          </Typography>
        )}
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: 6 }}>
          <Button type="submit" variant="contained" color="primary" disabled={busy}>
            {t('firstRun.begin')}
          </Button>
        </Box>
      </form>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          mt: 5,
          pt: 4,
          borderTop: '1px solid var(--zk-hairline)',
        }}
      >
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1, textWrap: 'pretty' }}>
          {t('firstRun.joinNote')}
        </Typography>
        <Button
          sx={{ flex: 'none' }}
          onClick={() => {
            setJoining(true)
          }}
        >
          {t('firstRun.join')}
        </Button>
      </Box>
      {!isDemo && <BringData />}
      {!isDemo && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 3 }}>
          <Typography variant="body2" color="textSecondary" sx={{ flex: 1, textWrap: 'pretty' }}>
            {t('demo:lookFirst')}
          </Typography>
          <Button sx={{ flex: 'none' }} onClick={() => void openDemo()}>
            {t('demo:open')}
          </Button>
        </Box>
      )}
      {joining && (
        <JoinWizard
          onClose={() => {
            setJoining(false)
          }}
        />
      )}
    </StartCard>
  )
}

/** The first input is the firm; then, after the department, every person has two. */
function focusProblem(form: HTMLFormElement | null, problem: FirstRunProblem, people: readonly PersonLine[]) {
  const inputs = form?.querySelectorAll<HTMLInputElement>('input:not([type=radio])')
  const at =
    problem.problem === 'firmMissing' ? 0 : 2 + 2 * people.findIndex((person) => person.key === problem.key)
  inputs?.[at]?.focus()
}
