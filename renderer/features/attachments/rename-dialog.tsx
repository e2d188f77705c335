import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormHelperText from '@mui/material/FormHelperText'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endingOf, MOST_FILE_NAME, plainFileName } from '../../../shared/store/file-types'

/** The name without its ending is asked for: what kind of file it is does not change. */
export function RenameDialog({
  name,
  onRename,
  onCancel,
}: {
  readonly name: string
  readonly onRename: (name: string) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('attachments')
  const id = useId()
  const ending = endingOf(name)
  const tail = ending === '' ? '' : name.slice(-ending.length - 1)
  const [typed, setTyped] = useState(name.slice(0, name.length - tail.length))
  const to = plainFileName(typed)
  return (
    <Dialog open onClose={onCancel} aria-labelledby={id} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (to !== '') onRename(to + tail)
        }}
      >
        <DialogTitle id={id}>{t('rename.title')}</DialogTitle>
        <DialogContent>
          <Typography component="label" htmlFor={`${id}-name`} variant="body2">
            {t('rename.label')}
          </Typography>
          <OutlinedInput
            id={`${id}-name`}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
            }}
            autoFocus
            fullWidth
            error={to === ''}
            endAdornment={tail}
            inputProps={{ maxLength: MOST_FILE_NAME - tail.length, 'aria-describedby': `${id}-help` }}
          />
          <FormHelperText id={`${id}-help`} error>
            {to === '' ? t('rename.empty') : ' '}
          </FormHelperText>
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{t('rename.cancel')}</Button>
          <Button type="submit" variant="contained">
            {t('rename.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
