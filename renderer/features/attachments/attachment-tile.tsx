import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endingOf } from '../../../shared/store/file-types'
import type { RecordAttachment } from '../../db'
import { sizeText, whenText } from '../../i18n'
import { useServices } from '../../stores'
import { useThumbnail } from './thumbnails'

export interface AttachmentTileProps {
  readonly file: RecordAttachment
  readonly missing: boolean
  readonly locked: boolean
  readonly onPreview: () => void
  readonly onOpen: () => void
  readonly onSave: () => void
  readonly onRename: () => void
  readonly onRemove: () => void
}

/** One attachment: what it looks like, its name, size, when and by whom it was added. */
export function AttachmentTile({ file, missing, locked, onPreview, ...acts }: AttachmentTileProps) {
  const { t } = useTranslation('attachments')
  const { clock } = useServices()
  const thumbnail = useThumbnail(file, missing)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const run = (action: () => void) => () => {
    setAnchor(null)
    action()
  }
  const added = file.added === undefined ? '' : whenText(file.added, clock.now())
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 2.5,
        py: 2,
        borderBottom: '1px solid var(--zk-hairline)',
        alignItems: 'center',
      }}
    >
      <ButtonBase
        onClick={onPreview}
        aria-label={t('act.preview', { name: file.name })}
        sx={{
          flex: 'none',
          width: 64,
          height: 64,
          borderRadius: 1,
          overflow: 'hidden',
          border: '1px solid var(--zk-hairline)',
          bgcolor: 'var(--zk-surface)',
          borderStyle: missing ? 'dashed' : 'solid',
        }}
      >
        {thumbnail === null ? (
          <Typography variant="caption" color="text.secondary" noWrap aria-hidden="true">
            {missing ? '?' : endingOf(file.name).slice(0, 5).toUpperCase() || '…'}
          </Typography>
        ) : (
          <img src={thumbnail} alt="" width={64} height={64} style={{ objectFit: 'cover' }} />
        )}
      </ButtonBase>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography
          variant="body2"
          data-selectable
          title={file.name}
          sx={{
            overflowWrap: 'anywhere',
            display: '-webkit-box',
            WebkitLineClamp: 2,
            WebkitBoxOrient: 'vertical',
            overflow: 'hidden',
          }}
        >
          {file.name}
        </Typography>
        <Typography variant="caption" color="text.secondary" component="div">
          {sizeText(file.size)}
        </Typography>
        <Typography variant="caption" color="text.secondary" component="div">
          {file.by === undefined ? added : t('by', { when: added, who: file.by })}
        </Typography>
        {missing ? (
          <Typography variant="caption" component="div" sx={{ color: 'var(--zk-amber-text)' }}>
            {t('missing')}
          </Typography>
        ) : null}
      </Box>
      <Button
        variant="text"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={t('act.more', { name: file.name })}
        sx={{ minWidth: 28, px: 0 }}
        onClick={(event) => {
          setAnchor(event.currentTarget)
        }}
      >
        ⋯
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null)
        }}
      >
        <MenuItem onClick={run(acts.onOpen)} disabled={missing}>
          {t('act.open')}
        </MenuItem>
        <MenuItem onClick={run(acts.onSave)} disabled={missing}>
          {t('act.save')}
        </MenuItem>
        <MenuItem onClick={run(acts.onRename)} disabled={locked}>
          {t('act.rename')}
        </MenuItem>
        <MenuItem onClick={run(acts.onRemove)} disabled={locked} sx={{ color: 'var(--zk-seal-text)' }}>
          {t('act.remove')}
        </MenuItem>
      </Menu>
    </Box>
  )
}
