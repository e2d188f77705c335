import Box from '@mui/material/Box'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '../../../shared/forms/values'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { Panel, Section } from '../../ui'
import { CardField } from './card-field'
import { CardRows } from './card-rows'
import type { CustomerEdit, EditState } from './customer-edit'
import { enterInCard } from './enter-in-card'
import { cardGroups } from './master-form'
import { saidOf } from './said'

export interface CustomerCardProps {
  readonly edit: CustomerEdit
  readonly state: EditState
  readonly readOnly: boolean
  /** Saving was tried: what is missing is said. */
  readonly tried: boolean
  readonly isNew: boolean
}

/** Every field of a customer, grouped as people look for them, changed where it stands. */
export function CustomerCard({ edit, state, readOnly, tried, isNew }: CustomerCardProps) {
  const { t } = useTranslation('customers')
  const { workingCopy } = useServices()
  const staff = useLive(() => workingCopy.staff.list(), [workingCopy])
  const people = useMemo(
    () => [...new Set((staff ?? []).filter((p) => p.active).map((p) => p.name))],
    [staff],
  )
  const find = (name: string): FieldValue => {
    const member = staff?.find((each) => each.name === name)
    return member ? { id: member.id, name } : { name }
  }
  const said = useMemo(() => saidOf(state, tried), [state, tried])
  return (
    <Box onKeyDown={enterInCard}>
      {cardGroups.map(({ name, fields, lists }) => (
        <Section key={name} title={t(`card.groups.${name}`)}>
          <Panel sx={{ p: 4, display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 3 }}>
            {fields.map((field) => (
              <CardField
                key={field.key}
                field={field}
                path={[field.key]}
                state={state}
                readOnly={readOnly}
                people={people}
                said={said.get(field.key)}
                autoFocus={isNew && field.key === 'name'}
                onType={(text) => {
                  edit.type(field, [field.key], text, find)
                }}
                onLeave={() => {
                  edit.leave([field.key])
                }}
              />
            ))}
            {lists.map((field) => (
              <CardRows
                key={field.key}
                field={field}
                state={state}
                readOnly={readOnly}
                said={said}
                onType={edit.type}
                onLeave={edit.leave}
                onAdd={() => {
                  edit.addRow(field.key)
                }}
                onRemove={(row) => {
                  edit.removeRow(field.key, row)
                }}
              />
            ))}
          </Panel>
        </Section>
      ))}
    </Box>
  )
}
