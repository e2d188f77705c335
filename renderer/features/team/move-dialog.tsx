import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices, useTeam } from '../../stores'
import { useNotices } from '../../ui'
import { FolderChoice, Refused } from './folder-choice'
import { judgePlace } from './place-judgement'
import { actFailureText } from './use-team-acts'
import { usePlace } from './use-place'

/** The same team's folder is at another place now. */
export function MoveDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['team', 'common'])
  const { team } = useServices()
  const notices = useNotices()
  const acting = useTeam((state) => state.acting)
  const { looked, choose } = usePlace()
  const [failure, setFailure] = useState<string | null>(null)
  const id = useId()
  const fits = looked.state === 'seen' && judgePlace(looked.place, 'move').fits
  const move = async () => {
    if (looked.state !== 'seen') return
    const done = await team.act('team:move', { path: looked.path })
    if (!done.ok) {
      setFailure(actFailureText(done.error))
      return
    }
    notices.tell(t('page.moved', { path: looked.path }))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{t('act.move')}</DialogTitle>
      <DialogContent>
        <FolderChoice
          looked={looked}
          purpose="move"
          onChoose={() => {
            setFailure(null)
            void choose()
          }}
        />
        {failure !== null && (
          <Box sx={{ mt: 2 }}>
            <Refused text={failure} />
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={!fits || acting !== null}
          onClick={() => void move()}
        >
          {t('common:ok')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
