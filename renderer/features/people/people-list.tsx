import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import Radio from '@mui/material/Radio'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** One line of the list while it is being written. */
export interface PersonLine {
  readonly key: string
  readonly name: string
  readonly post: string
}

export interface PeopleListProps {
  readonly people: readonly PersonLine[]
  /** The line of who is working here. */
  readonly here: string
  readonly onPeople: (people: readonly PersonLine[]) => void
  readonly onHere: (key: string) => void
  readonly newKey: () => string
  readonly problemAt?: string | undefined
}

/** The staff list of a firm that begins: names, posts, and which of them sits here. */
export function PeopleList({ people, here, onPeople, onHere, newKey, problemAt }: PeopleListProps) {
  const { t } = useTranslation(['people', 'common'])
  // A line that was just added takes the focus.
  const [added, setAdded] = useState<string | null>(null)
  const put = (key: string, change: Partial<PersonLine>) => {
    onPeople(people.map((person) => (person.key === key ? { ...person, ...change } : person)))
  }
  return (
    <Box role="group" aria-label={t('list')}>
      {people.map((person, index) => {
        const place = { number: index + 1 }
        return (
          <Box key={person.key} sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
            <OutlinedInput
              value={person.name}
              autoFocus={person.key === added}
              placeholder={t('name')}
              error={problemAt === person.key}
              inputProps={{
                'aria-label': t('nameOf', place),
                'aria-invalid': problemAt === person.key,
                maxLength: 40,
              }}
              sx={{ width: 180 }}
              onChange={(event) => {
                put(person.key, { name: event.target.value })
              }}
            />
            <OutlinedInput
              value={person.post}
              placeholder={t('post')}
              inputProps={{ 'aria-label': t('postOf', place), maxLength: 40 }}
              sx={{ width: 180 }}
              onChange={(event) => {
                put(person.key, { post: event.target.value })
              }}
            />
            <Box component="label" sx={{ display: 'flex', alignItems: 'center', fontSize: 13 }}>
              <Radio
                size="small"
                name="here"
                checked={here === person.key}
                onChange={() => {
                  onHere(person.key)
                }}
              />
              {t('here')}
            </Box>
            <Box sx={{ flex: 1 }} />
            {people.length > 1 && (
              <Button
                variant="text"
                aria-label={t('removeOf', place)}
                onClick={() => {
                  onPeople(people.filter((other) => other.key !== person.key))
                }}
              >
                {t('common:remove')}
              </Button>
            )}
          </Box>
        )
      })}
      <Button
        onClick={() => {
          const key = newKey()
          setAdded(key)
          onPeople([...people, { key, name: '', post: '' }])
        }}
      >
        {t('addOne')}
      </Button>
    </Box>
  )
}
