import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { entryByCode } from '../../../shared/catalogue'
import type { RecordRow } from '../../db'
import { lineAbout, lineLink, Tag } from '../../ui'
import { keyOf, placeOf, type DueLine } from './due-lines'
import { DueMenu } from './due-menu'
import { dayWithWeekday } from './due-text'
import { StateMark } from './state-mark'

export interface DueItemProps {
  readonly due: DueLine
  /** Undefined until it is read. */
  readonly row: RecordRow | undefined
  /** Under the head of its day it need not say the day again. */
  readonly withDay: boolean
  /** The line behind it: there the keyboard goes on when this one goes. */
  readonly after: DueLine | undefined
  /** Whether it is chosen, where lines can be. */
  readonly chosen?: boolean
  readonly onChoose?: () => void
}

/** One thing that is due: how it stands, what, of which record, whose. Opens the record at the field. */
export function DueItem({ due, row, withDay, after, chosen = false, onChoose }: DueItemProps) {
  const { t } = useTranslation('dues')
  const form = entryByCode(due.list)?.head.name ?? due.list
  const about = [due.about === '' ? (row?.title ?? '') : due.about, row?.number ?? '']
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', pr: 1.5, height: '100%' }}>
      {onChoose && (
        <Checkbox
          size="small"
          tabIndex={-1}
          checked={chosen}
          onChange={onChoose}
          slotProps={{
            input: { 'aria-label': t('choose', { name: [...about, due.label].join(' ').trim() }) },
          }}
          sx={{ ml: 1.5 }}
        />
      )}
      <Box
        component={Link}
        href={placeOf(due)}
        data-due={keyOf(due)}
        aria-keyshortcuts={onChoose && 'Space'}
        sx={{ ...lineLink, flex: 1, minWidth: 0, py: 1.75 }}
      >
        {withDay && (
          <>
            <Box component="span" sx={{ minWidth: 118, pr: 2, flex: 'none', whiteSpace: 'nowrap' }}>
              <StateMark of={due} />
            </Box>
            <Box component="span" sx={{ width: 148, flex: 'none', whiteSpace: 'nowrap', fontSize: 13 }}>
              {dayWithWeekday(due.on)}
            </Box>
          </>
        )}
        <Box component="span" lang="zh-CN" sx={{ whiteSpace: 'nowrap' }}>
          {due.label}
        </Box>
        <Box component="span" sx={{ ...lineAbout, minWidth: 0 }}>
          {about.filter((part) => part !== '').join(' · ')}
        </Box>
        {due.dealt !== undefined && (
          <Box component="span" sx={{ ml: 2, flex: 'none' }}>
            <Tag tone="green">{due.dealt === '' ? t('dealtMark') : t('dealtAs', { word: due.dealt })}</Tag>
          </Box>
        )}
        <Box
          component="span"
          sx={{ ml: 'auto', flex: 'none', fontSize: 12, color: 'var(--zk-ink-soft)', whiteSpace: 'nowrap' }}
        >
          {[form, due.who].filter((part) => part !== '').join(' · ')}
        </Box>
      </Box>
      <DueMenu due={due} row={row} after={after} />
    </Box>
  )
}
