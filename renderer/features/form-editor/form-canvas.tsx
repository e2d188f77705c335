import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { getValue } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import type { OpenForm } from '../../../shared/print'
import { PaperPage } from '../sheet'
import { ComputedText } from './computed-text'
import type { Misread } from './editing'
import { Marks } from './marks'
import { drawnParts, isDrawn } from './near-pages'
import type { View } from './near-pages'
import { onDesk } from './place'
import type { Desk } from './place'
import { RowHandle } from './row-handle'
import { stopNames } from './stop-names'
import type { Stop } from './stops'
import { StopView } from './stop-view'
import './editor.css'

export interface FormCanvasProps {
  readonly layout: OpenForm
  readonly desk: Desk
  readonly stops: readonly Stop[]
  readonly template: Template
  readonly values: FormValues
  readonly activeKey: string | null
  /** The stop that has the focus or had it last, and one that is to get it. */
  readonly reachedKey: string | null
  readonly wantedKey: string | null
  /** What is seen of the desk. */
  readonly view: View
  readonly misreads: ReadonlyMap<string, Misread>
  readonly required: ReadonlySet<string>
  readonly wrong: ReadonlySet<string>
  readonly doubted: ReadonlySet<string>
  readonly conflicts: ReadonlySet<string>
  /** What is said of fields that were corrected after 登记, by stop key. */
  readonly corrected: ReadonlyMap<string, string>
  readonly readOnly: boolean
  /** Id of the line that explains the field in focus. */
  readonly hintId: string
  /** Pixels: where the sheet begins on the desk. */
  readonly left: number
  /** The focus came to the sheet, or left it; menus over the sheet belong to it. */
  readonly onFocused: (onSheet: boolean) => void
  readonly onRow: (act: 'above' | 'below' | 'remove') => void
  /** A click on the paper beside the inputs: the stop whose cell it hit. */
  readonly onReach: (stop: Stop) => void
}

/** The pages as they print, and over them, in reading order, the inputs. */
export const FormCanvas = memo(function FormCanvas(props: FormCanvasProps) {
  const { t } = useTranslation('editor')
  const { layout, desk, stops, template, values, activeKey, misreads } = props
  const active = stops.find((stop) => stop.key === activeKey)
  const nameOf = useMemo(() => stopNames(t, template), [t, template])
  const hiddenKeys = hiddenPaths(stops, activeKey, misreads).join('\n')
  const hidden = useMemo(() => (hiddenKeys === '' ? none : new Set(hiddenKeys.split('\n'))), [hiddenKeys])
  const reached = stops.find((stop) => stop.key === props.reachedKey)
  const wanted = stops.find((stop) => stop.key === props.wantedKey)
  const parts = drawnParts(desk, props.view, { held: [active, reached], wanted })
  const drawn = stops.filter((stop) => isDrawn(stop, parts))
  return (
    <div
      className="zk-desk"
      style={{ marginLeft: props.left, width: desk.width, height: desk.height }}
      role="group"
      aria-label={t('sheet.label', { form: template.name })}
      onFocus={() => {
        props.onFocused(true)
      }}
      onBlur={(event) => {
        const to = event.relatedTarget
        const away = to
          ? !event.currentTarget.contains(to) && !to.closest('.MuiModal-root')
          : document.hasFocus()
        if (away) props.onFocused(false)
      }}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        const own =
          event.target instanceof Element && event.target.closest('[data-stop], [data-popover], button')
        if (own) return
        const stop = stopAt(stops, desk, event.clientX - box.left, event.clientY - box.top)
        if (!stop) return
        event.preventDefault()
        props.onReach(stop)
      }}
    >
      {layout.pages.map((page, i) => {
        const place = { left: desk.pages[i]?.x ?? 0, top: desk.pages[i]?.y ?? 0 }
        const height = desk.pages[i]?.height ?? page.height
        const size = { width: page.width * desk.scale, height: height * desk.scale }
        const part = parts.get(i)
        return part ? (
          <PaperPage
            key={i}
            page={page}
            scale={desk.scale}
            height={height}
            hidden={hidden}
            from={part.top}
            to={part.bottom}
            {...place}
          />
        ) : (
          <div key={i} className="zk-paper" data-page="" style={{ ...place, ...size }} />
        )
      })}
      <Marks
        layout={layout}
        pages={parts}
        desk={desk}
        stops={drawn}
        activeKey={activeKey}
        required={props.required}
        wrong={props.wrong}
        doubted={props.doubted}
        conflicts={props.conflicts}
        corrected={props.corrected}
      />
      {drawn.map((stop) => (
        <StopView
          key={stop.key}
          stop={stop}
          desk={desk}
          name={nameOf(stop, values)}
          value={getValue(values, stop.path)}
          misread={misreads.get(stop.key)}
          active={stop.key === activeKey}
          invalid={props.wrong.has(stop.key)}
          readOnly={props.readOnly}
          describedBy={stop.key === activeKey ? props.hintId : undefined}
        />
      ))}
      <ComputedText places={layout.places} template={template} values={values} />
      {active?.row && !props.readOnly ? (
        <RowHandle stop={active} layout={layout} desk={desk} template={template} onRow={props.onRow} />
      ) : null}
    </div>
  )
})

const none: ReadonlySet<string> = new Set()

/** The field in focus shows its own letters, and so does text that was not understood. */
function hiddenPaths(
  stops: readonly Stop[],
  activeKey: string | null,
  misreads: ReadonlyMap<string, Misread>,
): readonly string[] {
  return stops
    .filter((stop) => stop.kind === 'text' && (stop.key === activeKey || misreads.has(stop.key)))
    .map((stop) => pathKey(stop.path))
}

function stopAt(stops: readonly Stop[], desk: Desk, x: number, y: number): Stop | undefined {
  const page = desk.pages.findIndex((one) => y >= one.y && y < one.y + one.height * desk.scale)
  return stops.find(
    (stop) =>
      stop.pages.includes(page) &&
      stop.slots.some(({ page, slot }) => {
        const box = onDesk(desk, page, slot.cell)
        return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
      }),
  )
}
