import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useTranslation } from 'react-i18next'
import { catalogue } from '../../../shared/catalogue'
import { Choose } from '../../ui'
import { kindChoices, type AuditFilter } from './filter'

export interface AuditFilterBarProps {
  readonly filter: AuditFilter
  readonly people: readonly string[]
  /** Writers with the names of their computers. */
  readonly computers: readonly { readonly writer: string; readonly name: string }[]
  readonly onFilter: (filter: AuditFilter) => void
  /** Arrow down in the words: on into the list. */
  readonly onDown: () => void
}

/** Words, kind, form, person, computer and days: what stays in the audit list. */
export function AuditFilterBar({ filter, people, computers, onFilter, onDown }: AuditFilterBarProps) {
  const { t } = useTranslation('audit')
  const put = (change: Partial<AuditFilter>) => {
    onFilter({ ...filter, ...change })
  }
  return (
    <Box
      role="search"
      aria-label={t('filter')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 2, pb: 3 }}
    >
      <OutlinedInput
        value={filter.text}
        placeholder={t('words')}
        inputProps={{ 'aria-label': t('words') }}
        sx={{ flex: '1 1 200px', maxWidth: 280 }}
        onChange={(event) => {
          put({ text: event.target.value })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDown()
        }}
      />
      <Choose
        inline
        label={t('kind')}
        value={filter.kind}
        width={120}
        choices={kindChoices.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => {
          put({ kind })
        }}
      />
      <Choose
        inline
        label={t('person')}
        value={filter.person}
        width={130}
        choices={[
          { value: '', label: t('anyPerson') },
          ...people.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(person) => {
          put({ person })
        }}
      />
      <Choose
        inline
        label={t('computer')}
        value={filter.writer}
        width={150}
        choices={[
          { value: '', label: t('anyComputer') },
          ...computers.map(({ writer, name }) => ({ value: writer, label: name })),
        ]}
        onChange={(writer) => {
          put({ writer })
        }}
      />
      <Choose
        inline
        label={t('form')}
        value={filter.code}
        width={180}
        choices={[
          { value: '', label: t('anyForm') },
          ...catalogue.map(({ head }) => ({ value: head.code, label: head.name })),
        ]}
        onChange={(code) => {
          put({ code })
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <Box
          key={end}
          component="label"
          sx={{ display: 'flex', alignItems: 'center', gap: 1.5, fontSize: 13, color: 'var(--zk-ink-soft)' }}
        >
          {t(end)}
          <OutlinedInput
            type="date"
            value={filter[end]}
            sx={{ width: 140 }}
            onChange={(event) => {
              put({ [end]: event.target.value })
            }}
          />
        </Box>
      ))}
    </Box>
  )
}
