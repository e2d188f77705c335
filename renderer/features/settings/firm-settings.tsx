import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive, type Firm } from '../../db'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { enterMovesOn, Field, useNotices } from '../../ui'
import { LogoPicker } from '../people'

/** What is printed at the head of every sheet. */
export function FirmSettings() {
  const { workingCopy } = useServices()
  const firm = useLive(
    async () => (await workingCopy.firm.get()) ?? { name: '', department: '' },
    [workingCopy],
  )
  return firm ? <FirmForm key={JSON.stringify(firm)} firm={firm} /> : null
}

function FirmForm({ firm }: { readonly firm: Firm }) {
  const { t } = useTranslation(['settings', 'common'])
  const { bridge, workingCopy } = useServices()
  const by = usePersonRef()
  const notices = useNotices()
  const [name, setName] = useState(firm.name)
  const [department, setDepartment] = useState(firm.department)
  const [logo, setLogo] = useState(firm.logo)
  const changed = name !== firm.name || department !== firm.department || logo !== firm.logo
  const missing = name.trim() === ''

  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (missing) return
    const to: Firm = { name: name.trim(), department: department.trim(), ...(logo ? { logo } : {}) }
    const result = await workingCopy.firm.save(to, by)
    if (result.ok) notices.tell(t('firmSaved'))
    else notices.warn(failureText(result.error))
  }
  return (
    <form onSubmit={(event: SyntheticEvent) => void save(event)} onKeyDown={enterMovesOn} noValidate>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
        <Field
          label={t('firmName')}
          value={name}
          readOnly={workingCopy.readOnly}
          problem={missing ? t('firmMissing') : undefined}
          inputProps={{ maxLength: 60 }}
          onChange={(event) => {
            setName(event.target.value)
          }}
        />
        <Field
          label={t('department')}
          value={department}
          mayBeEmpty
          readOnly={workingCopy.readOnly}
          inputProps={{ maxLength: 40 }}
          onChange={(event) => {
            setDepartment(event.target.value)
          }}
        />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'flex-end', mt: 4 }}>
        <LogoPicker label={t('logo')} logo={logo} bridge={bridge} onLogo={setLogo} />
        <Box sx={{ flex: 1 }} />
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={!changed || missing || workingCopy.readOnly}
        >
          {t('common:save')}
        </Button>
      </Box>
    </form>
  )
}
