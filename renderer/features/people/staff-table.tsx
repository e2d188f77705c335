import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive, type StaffMember } from '../../db'
import { failureText, type Failure } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { enterMovesOn, Tag, useNotices } from '../../ui'
import type { Result } from '../../../shared/kernel/result'
import { PinButtons } from './pin-buttons'

/** The firm's staff: added, renamed, marked as gone. Nobody is ever removed, so that their records stay readable. */
export function StaffTable() {
  const { t } = useTranslation('people')
  const { workingCopy } = useServices()
  const by = usePersonRef()
  const notices = useNotices()
  const staff = useLive(() => workingCopy.staff.list(), [workingCopy]) ?? []
  const [name, setName] = useState('')
  const [post, setPost] = useState('')

  const tell = (result: Result<unknown, Failure>) => {
    if (!result.ok) notices.warn(failureText(result.error))
    return result.ok
  }
  const add = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    if (!tell(await workingCopy.staff.add([{ name: name.trim(), post: post.trim() }], by))) return
    setName('')
    setPost('')
  }
  return (
    <Box>
      {staff.map((member) => (
        <StaffLine
          key={`${member.id} ${member.name} ${member.post}`}
          member={member}
          readOnly={workingCopy.readOnly}
          onChange={async (to) => tell(await workingCopy.staff.change(member.id, to, by))}
        />
      ))}
      {!workingCopy.readOnly && (
        <Box
          component="form"
          onSubmit={(event: SyntheticEvent) => void add(event)}
          onKeyDown={enterMovesOn}
          sx={{ display: 'flex', gap: 2, mt: 3 }}
        >
          <OutlinedInput
            value={name}
            placeholder={t('name')}
            inputProps={{ 'aria-label': t('newName'), maxLength: 40 }}
            sx={{ width: 180 }}
            onChange={(event) => {
              setName(event.target.value)
            }}
          />
          <OutlinedInput
            value={post}
            placeholder={t('post')}
            inputProps={{ 'aria-label': t('newPost'), maxLength: 40 }}
            sx={{ width: 180 }}
            onChange={(event) => {
              setPost(event.target.value)
            }}
          />
          <Button type="submit">{t('addOne')}</Button>
        </Box>
      )}
    </Box>
  )
}

interface StaffLineProps {
  readonly member: StaffMember
  readonly readOnly: boolean
  /** True when it was written. */
  readonly onChange: (to: { name?: string; post?: string; active?: boolean }) => Promise<boolean>
}

function StaffLine({ member, readOnly, onChange }: StaffLineProps) {
  const { t } = useTranslation('people')
  const [name, setName] = useState(member.name)
  const [post, setPost] = useState(member.post)
  const putDown = () => {
    const to = {
      ...(name.trim() !== '' && name.trim() !== member.name ? { name: name.trim() } : {}),
      ...(post.trim() !== member.post ? { post: post.trim() } : {}),
    }
    if (name.trim() === '') setName(member.name)
    if (Object.keys(to).length > 0) void onChange(to)
  }
  const whose = { name: member.name }
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2, opacity: member.active ? 1 : 0.75 }}
      onKeyDown={enterMovesOn}
    >
      <OutlinedInput
        value={name}
        readOnly={readOnly}
        inputProps={{ 'aria-label': t('nameOfPerson', whose), maxLength: 40 }}
        sx={{ width: 180 }}
        onBlur={putDown}
        onChange={(event) => {
          setName(event.target.value)
        }}
      />
      <OutlinedInput
        value={post}
        readOnly={readOnly}
        placeholder={t('post')}
        inputProps={{ 'aria-label': t('postOfPerson', whose), maxLength: 40 }}
        sx={{ width: 180 }}
        onBlur={putDown}
        onChange={(event) => {
          setPost(event.target.value)
        }}
      />
      {!member.active && <Tag tone="plain">{t('gone')}</Tag>}
      {member.hasPin && <Tag tone="plain">{t('pin.has')}</Tag>}
      <Box sx={{ flex: 1 }} />
      {!readOnly && member.active && <PinButtons member={member} />}
      {!readOnly && (
        <Button
          variant="text"
          aria-label={t(member.active ? 'leaveOf' : 'returnOf', whose)}
          onClick={() => void onChange({ active: !member.active })}
        >
          {t(member.active ? 'leave' : 'return')}
        </Button>
      )}
    </Box>
  )
}
