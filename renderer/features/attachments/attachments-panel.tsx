import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_FILE_BYTES, MOST_RECORD_BYTES } from '../../../shared/store/file-types'
import { sizeText } from '../../i18n'
import { EmptyState } from '../../ui'
import { AttachmentTile } from './attachment-tile'
import { sizeOf } from './attachments'
import { FilePreview } from './file-preview'
import { RenameDialog } from './rename-dialog'
import type { UsedAttachments } from './use-attachments'

/** A record's attachments: what is there, how much room is left, and what can be done with them. */
export function AttachmentsPanel({ attachments }: { readonly attachments: UsedAttachments }) {
  const { t } = useTranslation('attachments')
  const { files, missing, locked, adding, stored } = attachments
  const [shown, setShown] = useState<string | null>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  const renaming = files.find(({ row }) => row === renamed)
  return (
    <>
      {locked ? (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {t('locked')}
        </Typography>
      ) : (
        <Box sx={{ mb: 2 }}>
          <Button variant="contained" onClick={attachments.choose} disabled={adding}>
            {t('choose')}
          </Button>
          <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 1.5 }}>
            {t('hint')} {stored ? '' : t('savedFirst')}
          </Typography>
        </Box>
      )}
      <Typography variant="body2" role="status" sx={{ minHeight: adding ? 22 : 0 }}>
        {adding ? t('adding') : ''}
      </Typography>
      {files.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <Box component="ul" aria-label={t('list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {files.map((file) => (
            <AttachmentTile
              key={file.row}
              file={file}
              missing={missing.has(file.hash)}
              locked={locked}
              onPreview={() => {
                setShown(file.row)
              }}
              onOpen={() => {
                attachments.open(file)
              }}
              onSave={() => {
                attachments.save(file)
              }}
              onRename={() => {
                setRenamed(file.row)
              }}
              onRemove={() => {
                attachments.remove(file)
              }}
            />
          ))}
        </Box>
      )}
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 2 }}>
        {files.length === 0 ? '' : `${t('total', { count: files.length, size: sizeText(sizeOf(files)) })} · `}
        {t('limits', { file: sizeText(MOST_FILE_BYTES), record: sizeText(MOST_RECORD_BYTES) })}
      </Typography>
      {shown !== null && files.some(({ row }) => row === shown) ? (
        <FilePreview
          files={files}
          row={shown}
          missing={missing}
          onRow={setShown}
          onOpen={attachments.open}
          onSave={attachments.save}
          onClose={() => {
            setShown(null)
          }}
        />
      ) : null}
      {renaming ? (
        <RenameDialog
          name={renaming.name}
          onRename={(name) => {
            setRenamed(null)
            attachments.rename(renaming, name)
          }}
          onCancel={() => {
            setRenamed(null)
          }}
        />
      ) : null}
    </>
  )
}
