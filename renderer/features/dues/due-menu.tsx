import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RecordRow } from '../../db'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { AskDialog, goOn, useNotices } from '../../ui'
import { closeRecord } from './close-record'
import { DealDialog } from './deal-dialog'
import { placeOf, type DueLine } from './due-lines'
import { useDeal } from './use-deal'

export interface DueMenuProps {
  readonly due: DueLine
  readonly row: RecordRow | undefined
  /** The line at which the keyboard goes on when this one goes. */
  readonly after: DueLine | undefined
}

/** What can be done with a line: open it, deal with its day, or close its record (办结). */
export function DueMenu({ due, row, after }: DueMenuProps) {
  const { t } = useTranslation('dues')
  const { bridge, workingCopy } = useServices()
  const person = usePersonRef()
  const notices = useNotices()
  const [, navigate] = useLocation()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState<'close' | 'deal' | null>(null)
  const dealing = useDeal()
  const name = [row?.number ?? '', due.label].filter((part) => part !== '').join(' ')
  const close = async () => {
    setAsking(null)
    const result = await closeRecord({ bridge, workingCopy }, due.id, person)
    if (result.ok) {
      notices.tell(t('closed', { name }))
      goOn()
    } else if (result.error.type === 'NotNow') notices.warn(t(`notNow.${result.error.why}`))
    else notices.warn(failureText(result.error))
  }
  return (
    <>
      <IconButton
        ref={button}
        size="small"
        aria-label={t('menuOf', { name })}
        aria-haspopup="menu"
        onClick={() => {
          setOpen(true)
        }}
      >
        ⋯
      </IconButton>
      <Menu
        open={open}
        anchorEl={() => button.current}
        onClose={() => {
          setOpen(false)
        }}
      >
        <MenuItem
          onClick={() => {
            navigate(placeOf(due))
          }}
        >
          {t('open')}
        </MenuItem>
        {due.dealt === undefined ? (
          <MenuItem
            disabled={workingCopy.readOnly}
            onClick={() => {
              setOpen(false)
              setAsking('deal')
            }}
          >
            {t('deal')}
          </MenuItem>
        ) : (
          <MenuItem
            disabled={workingCopy.readOnly}
            onClick={() => {
              setOpen(false)
              void dealing.takeBack([due], after)
            }}
          >
            {t('takeBack')}
          </MenuItem>
        )}
        <MenuItem
          disabled={workingCopy.readOnly || row?.state !== 'submitted'}
          onClick={() => {
            setOpen(false)
            setAsking('close')
          }}
        >
          {t('close')}
        </MenuItem>
      </Menu>
      {asking === 'deal' && (
        <DealDialog
          count={1}
          onDeal={(word) => {
            setAsking(null)
            void dealing.deal([due], word, after)
          }}
          onCancel={() => {
            setAsking(null)
          }}
        />
      )}
      {asking === 'close' && (
        <AskDialog
          title={t('closeTitle', { name })}
          text={t('closeText')}
          yes={t('close')}
          onYes={() => void close()}
          onNo={() => {
            setAsking(null)
          }}
        />
      )}
    </>
  )
}
