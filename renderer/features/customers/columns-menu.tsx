import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allColumns, type ListColumn } from './list-columns'

export interface ColumnsMenuProps {
  readonly shown: readonly ListColumn[]
  readonly label: (column: ListColumn) => string
  /** Undefined: the usual ones again. */
  readonly onShow: (keys: readonly string[] | undefined) => void
}

/** Which columns the list of customers shows on this computer. */
export function ColumnsMenu({ shown, label, onShow }: ColumnsMenuProps) {
  const { t } = useTranslation('customers')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const keys = shown.map(({ key }) => key)
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget)
        }}
      >
        {t('columns')}
      </Button>
      <Menu
        disablePortal
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null)
        }}
        slotProps={{
          list: { 'aria-label': t('columnsTitle'), dense: true },
          paper: { sx: { maxHeight: 480 } },
        }}
      >
        <MenuItem
          onClick={() => {
            onShow(undefined)
          }}
        >
          {t('columnsUsual')}
        </MenuItem>
        <Divider component="li" />
        {allColumns.map((column) => {
          const ticked = keys.includes(column.key)
          return (
            <MenuItem
              key={column.key}
              role="menuitemcheckbox"
              aria-checked={ticked}
              disabled={column.key === 'name'}
              onClick={() => {
                onShow(ticked ? keys.filter((key) => key !== column.key) : [...keys, column.key])
              }}
            >
              <Box component="span" aria-hidden sx={{ width: 24 }}>
                {ticked ? '✓' : ''}
              </Box>
              <Box component="span" {...(column.field ? { lang: 'zh-CN' } : {})}>
                {label(column)}
              </Box>
            </MenuItem>
          )
        })}
      </Menu>
    </>
  )
}
