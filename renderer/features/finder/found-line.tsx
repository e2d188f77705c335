import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices, type ShowMasked } from '../../stores'
import { Tag } from '../../ui'
import { CUSTOMER_FIELDS } from '../../../shared/customers/fields'
import { assertNever } from '../../../shared/kernel/assert-never'
import { fieldColumns } from '../../../shared/search/columns'
import { markIn, whereFound, type HitPlaces } from '../../../shared/search/hit-places'
import { words } from '../../../shared/search/pinyin'
import { StateTag } from '../records'
import type { Found } from './found'
import { MarkedText } from './marked-text'
import './finder.css'

export interface FoundLineProps {
  readonly found: Found
  readonly query: string
  readonly masked: ShowMasked
}

/**
 * One line under the box: what it is, and where the words stand in it. Plain elements, drawn only when what is found is another: all lines
 * pass here at each key.
 */
export const FoundLine = memo(function FoundLine({ found, query, masked }: FoundLineProps) {
  const { t } = useTranslation(['finder', 'common'])
  const wanted = words(query)
  switch (found.kind) {
    case 'customer':
      return <CustomerLine found={found} query={query} masked={masked} />
    case 'record':
      return <RecordHit found={found} query={query} masked={masked} />
    case 'draft':
      return (
        <Line
          main={
            <>
              <MarkedText of={markIn(found.form, wanted)} lang="zh-CN" />
              {found.title !== '' && (
                <Note text={<MarkedText of={markIn(found.title, wanted)} lang="zh-CN" />} />
              )}
            </>
          }
          end={<Note text={t('goOn')} />}
        />
      )
    case 'form':
      return (
        <Line
          main={
            <>
              <span className="zk-found-way">{t('blank')}</span>
              <MarkedText of={markIn(found.name, wanted)} lang="zh-CN" />
              <Note text={<MarkedText of={markIn(found.code, wanted)} />} />
            </>
          }
          end={<Note text={t('fill')} />}
        />
      )
    case 'command':
      return (
        <Line main={<MarkedText of={markIn(found.command.label, wanted)} />} end={<Note text={t('run')} />} />
      )
    case 'all':
      return (
        <Line
          main={<span className="zk-found-way">{t(`showAll.${found.of}`, { count: found.count })}</span>}
        />
      )
    case 'again':
      return <Line main={found.text} />
    default:
      return assertNever(found)
  }
})

const customerColumns = fieldColumns({ fields: CUSTOMER_FIELDS })

function CustomerLine({
  found: { row },
  query,
  masked,
}: FoundLineProps & { found: Extract<Found, { kind: 'customer' }> }) {
  const { t } = useTranslation('finder')
  const places = whereFound({ ...row, form: '' }, customerColumns, words(query))
  const contact = ['phone', 'mobile'].flatMap((key) => {
    const text = row.cells[key] ?? ''
    return text === '' || places.cells.some(({ column }) => column.key === key) ? [] : [masked(text, 'phone')]
  })
  return (
    <Line
      main={
        <>
          <MarkedText of={places.title} lang="zh-CN" />
          {row.number !== '' && <Note text={<MarkedText of={places.number} lang="zh-CN" />} />}
          {contact[0] !== undefined && <Note text={contact[0]} />}
        </>
      }
      end={
        <>
          {(row.cells['level'] ?? '') !== '' && <Tag tone="plain">{row.cells['level']}</Tag>}
          {row.state === 'closed' && <Tag tone="plain">{t('customerClosed')}</Tag>}
        </>
      }
      below={<Cells places={places} masked={masked} />}
    />
  )
}

function RecordHit({
  found: { row },
  query,
  masked,
}: FoundLineProps & { found: Extract<Found, { kind: 'record' }> }) {
  const { workingCopy } = useServices()
  const template = workingCopy.templates.current(row.list)?.template
  const form = template?.name ?? row.list
  const places = whereFound({ ...row, form }, template ? fieldColumns(template) : [], words(query))
  return (
    <Line
      struck={row.state === 'void'}
      main={
        <>
          <MarkedText of={row.title === '' ? places.form : places.title} lang="zh-CN" />
          {row.number !== '' && <Note text={<MarkedText of={places.number} lang="zh-CN" />} />}
          {row.title !== '' && <Note text={<MarkedText of={places.form} lang="zh-CN" />} />}
        </>
      }
      end={
        <>
          <StateTag state={row.state} />
          {row.on !== '' && <Note text={row.on} />}
        </>
      }
      below={<Cells places={places} masked={masked} />}
    />
  )
}

/** “投诉内容：…漏水…”; what is masked in lists is masked here too. */
function Cells({ places, masked }: { readonly places: HitPlaces; readonly masked: ShowMasked }) {
  const { t } = useTranslation('finder')
  if (places.cells.length === 0) return null
  return (
    <span className="zk-found-cells">
      {places.cells.map(({ column, part }) => {
        const shown = masked(part.text, column.field.type.type)
        return (
          <span key={column.key} lang="zh-CN" className="zk-found-cut">
            {t('inField', { field: column.label })}
            <MarkedText of={shown === part.text ? part : { text: shown, marks: [] }} />
          </span>
        )
      })}
    </span>
  )
}

interface LineProps {
  readonly main: ReactNode
  readonly end?: ReactNode
  readonly below?: ReactNode
  readonly struck?: boolean
}

function Line({ main, end, below, struck = false }: LineProps) {
  return (
    <span className="zk-found">
      <span className="zk-found-heads">
        <span className={struck ? 'zk-found-cut zk-found-main zk-found-void' : 'zk-found-cut zk-found-main'}>
          {main}
        </span>
        <span className="zk-found-end">{end}</span>
      </span>
      {below}
    </span>
  )
}

function Note({ text }: { readonly text: ReactNode }) {
  return <span className="zk-found-cut zk-found-note">{text}</span>
}
