import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsField } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import type { LaidOutForm } from '../../../shared/print/page'
import { onDesk } from './place'
import type { Desk } from './place'
import type { Stop } from './stops'

export interface RowHandleProps {
  readonly stop: Stop
  readonly layout: LaidOutForm
  readonly desk: Desk
  readonly template: Template
  readonly onRow: (act: 'above' | 'below' | 'remove') => void
}

/** Pixels of the paper's margin that the handle takes. */
const WIDTH = 64

/**
 * The row's own menu, in the paper's margin beside the row in focus. Rows with printed labels have none; a row that is
 * drawn as a column is called one.
 */
export function RowHandle({ stop, layout, desk, template, onRow }: RowHandleProps) {
  const { t } = useTranslation('editor')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  /** The menu is made when it is first asked for: the handle is drawn at every key. */
  const [asked, setAsked] = useState(false)
  const first = stop.slots[0]
  const field = stop.row ? rowsField(template, stop.row.rows) : null
  if (!first || !stop.row || !field || field.type.preset) return null
  const { page, slot } = first
  const cell = onDesk(desk, page, slot.cell)
  const left = Math.min(...(layout.pages[page]?.cells.map(({ x }) => x) ?? [slot.cell.x]))
  const edge = onDesk(desk, page, { ...slot.cell, x: left }).x
  const row = stop.row.index + 1
  const words = field.type.direction === 'across' ? 'column' : 'row'
  const act = (what: 'above' | 'below' | 'remove') => () => {
    setAnchor(null)
    onRow(what)
  }
  return (
    <>
      <button
        type="button"
        className="zk-row-handle"
        aria-haspopup="menu"
        aria-label={t(`${words}.menuLabel`, { row })}
        tabIndex={-1}
        style={{
          left: edge - WIDTH - 2,
          top: cell.y,
          width: WIDTH,
          height: cell.height,
          fontSize: Math.max(9, Math.min(12, 10.5 * desk.scale)),
        }}
        onPointerDown={(event) => {
          event.preventDefault()
        }}
        onClick={(event) => {
          setAnchor(event.currentTarget)
          setAsked(true)
        }}
      >
        {t(`${words}.menu`, { row })}
      </button>
      {asked ? (
        <Menu
          open={anchor !== null}
          anchorEl={anchor}
          onClose={() => {
            setAnchor(null)
          }}
        >
          <MenuItem onClick={act('above')}>{t(`${words}.insertAbove`)}</MenuItem>
          <MenuItem onClick={act('below')}>
            {t(`${words}.insertBelow`)}&emsp;<kbd>Ctrl Enter</kbd>
          </MenuItem>
          <MenuItem onClick={act('remove')} disabled={stop.row.id === null}>
            {t(`${words}.remove`)}&emsp;<kbd>Ctrl Delete</kbd>
          </MenuItem>
        </Menu>
      ) : null}
    </>
  )
}
