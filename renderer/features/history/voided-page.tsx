import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { entryByCode } from '../../../shared/catalogue'
import { useList, useLive, type VoidedRecord } from '../../db'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { EmptyState, Page, Panel } from '../../ui'
import { RestoreDialog } from './restore-dialog'

/** Void records that are listed at a time. */
const STEP = 100

const columns = ['number', 'form', 'title', 'reason', 'by', 'at'] as const

/** 已作废的单据: every void record, narrowed by words, with its reason, who voided it and when, and the way back. */
export function VoidedPage() {
  const { t } = useTranslation('history')
  const { workingCopy } = useServices()
  const [limit, setLimit] = useState(STEP)
  const [asked, setAsked] = useState<VoidedRecord | null>(null)
  const [query, setQuery] = useState('')
  const ids = useList(
    workingCopy.lists,
    (lists) => lists.recordIds({ states: ['void'], text: query }, 0, limit),
    [query, limit],
  )
  const page = useLive(() => workingCopy.records.voided(ids ?? []), [workingCopy, ids])
  const rows = page ?? []
  const more = ids?.length === limit
  return (
    <Page
      title={t('voided.title')}
      note={
        page && (
          <span role="status">{t(more ? 'voided.countMore' : 'voided.count', { count: rows.length })}</span>
        )
      }
      actions={
        <Button component={Link} href="/records">
          {t('voided.back')}
        </Button>
      }
    >
      <Box role="search" sx={{ pb: 3 }}>
        <OutlinedInput
          value={query}
          placeholder={t('voided.search')}
          inputProps={{ 'aria-label': t('voided.search') }}
          sx={{ width: 320 }}
          onChange={(event) => {
            setQuery(event.target.value)
            setLimit(STEP)
          }}
        />
      </Box>
      <Panel sx={{ overflow: 'auto' }}>
        {ids && page && rows.length === 0 ? (
          <EmptyState
            title={query === '' ? t('voided.none') : t('voided.nothing', { query })}
            text={query === '' ? t('voided.noneText') : ''}
          />
        ) : (
          <Table size="small" aria-label={t('voided.title')}>
            <TableHead>
              <TableRow>
                {columns.map((key) => (
                  <TableCell key={key}>{t(`voided.column.${key}`)}</TableCell>
                ))}
                <TableCell>{t('voided.column.restore')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((voided) => (
                <VoidedLine
                  key={voided.row.id}
                  voided={voided}
                  onRestore={() => {
                    setAsked(voided)
                  }}
                />
              ))}
            </TableBody>
          </Table>
        )}
        {more && (
          <Box sx={{ p: 3 }}>
            <Button
              onClick={() => {
                setLimit(limit + STEP)
              }}
            >
              {t('voided.more')}
            </Button>
          </Box>
        )}
      </Panel>
      {asked && (
        <RestoreDialog
          id={asked.row.id}
          name={nameOf(asked)}
          place={() => restoreButton(rows[rows.indexOf(asked) + 1] ?? rows[rows.indexOf(asked) - 1])}
          onClose={() => {
            setAsked(null)
          }}
        />
      )}
    </Page>
  )
}

/** That of the line that takes the place of a restored one. */
const restoreButton = (next: VoidedRecord | undefined): HTMLElement | null =>
  next ? document.querySelector(`[data-restore="${CSS.escape(next.row.id)}"]`) : null

const formOf = ({ row }: VoidedRecord): string => entryByCode(row.list)?.head.name ?? row.list

const nameOf = (voided: VoidedRecord): string =>
  voided.row.number === '' ? formOf(voided) : voided.row.number

function VoidedLine(props: { readonly voided: VoidedRecord; readonly onRestore: () => void }) {
  const { t } = useTranslation('history')
  const { workingCopy, clock } = useServices()
  const { row, reason, person, at } = props.voided
  return (
    <TableRow>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Box component={Link} href={`/record/${row.id}`} sx={{ color: 'var(--zk-blue-text)' }}>
          {row.number === '' ? t('voided.unnumbered') : row.number}
        </Box>
      </TableCell>
      <TableCell lang="zh-CN">{formOf(props.voided)}</TableCell>
      <TableCell>{row.title}</TableCell>
      <TableCell data-selectable sx={{ overflowWrap: 'anywhere' }}>
        {reason}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{person?.name ?? t('somebody')}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{whenText(at, clock.now())}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Button
          disabled={workingCopy.readOnly}
          data-restore={row.id}
          aria-label={t('voided.restoreLabel', { name: nameOf(props.voided) })}
          onClick={props.onRestore}
        >
          {t('voided.restore')}
        </Button>
      </TableCell>
    </TableRow>
  )
}
