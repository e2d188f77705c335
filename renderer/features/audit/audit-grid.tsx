import { useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditLine } from '../../db'
import { useAppState, useServices } from '../../stores'
import { ListGrid, ListHead, ListLine, useDraggedWidths, type ListGridHandle } from '../../ui'
import { auditCell, auditColumns, type AuditColumn, type AuditWords } from './audit-text'

/** Pixels, until a person gives others. */
const widths: Readonly<Record<AuditColumn, number>> = {
  at: 128,
  person: 90,
  computer: 112,
  kind: 72,
  subject: 300,
  what: 320,
}

/** Under this name the widths of the list are kept on this computer. */
const OWN = '@audit'
/** Lines before the end at which more are read. */
const NEAR = 40

export interface AuditGridProps {
  readonly ref: Ref<ListGridHandle>
  readonly lines: readonly AuditLine[]
  readonly words: AuditWords
  readonly label: string
  readonly onOpen: (line: AuditLine) => void
  /** The last line came near. */
  readonly onEnd: () => void
  readonly onType: () => void
}

/** Everything that was done, newest first. */
export function AuditGrid({ ref, lines, words, label, onOpen, onEnd, onType }: AuditGridProps) {
  const { t } = useTranslation('audit')
  const { app } = useServices()
  const layout = useAppState((state) => state.settings.registers?.[OWN])
  const [chosen, setChosen] = useState(0)
  const { drawn, onDrag } = useDraggedWidths(
    auditColumns.map((key) => ({
      key,
      label: t(`column.${key}`),
      width: layout?.widths?.[key] ?? widths[key],
    })),
  )
  const open = (place: number) => {
    const line = lines[place]
    setChosen(place)
    if (line) onOpen(line)
  }
  return (
    <ListGrid
      ref={ref}
      label={label}
      count={lines.length}
      tracks={{ widths: drawn.map(({ width }) => width), stretch: auditColumns.indexOf('what') }}
      at={Math.max(0, Math.min(chosen, lines.length - 1))}
      onAt={setChosen}
      onOpen={open}
      onType={onType}
      onSeen={(_first, last) => {
        if (last >= lines.length - NEAR) onEnd()
      }}
      head={
        <ListHead
          columns={drawn}
          hint={(name) => t('headHint', { name })}
          onWidth={(key, width) => {
            void app.setRegister(OWN, { ...layout, widths: { ...layout?.widths, [key]: width } })
          }}
          onDrag={onDrag}
        />
      }
      line={(place) => {
        const line = lines[place.index]
        return (
          line && (
            <ListLine
              key={line.key.join()}
              {...place}
              onOpen={open}
              cells={auditColumns.map((column) => {
                const text = auditCell(words, line, column)
                return { key: column, content: text, title: text }
              })}
            />
          )
        )
      }}
    />
  )
}
