import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getValue } from '../../../shared/forms'
import { assertNever } from '../../../shared/kernel/assert-never'
import { sameJson } from '../../../shared/kernel/same-json'
import type { Letterhead } from '../../../shared/print/layout-input'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import type { RecordSession } from '../../stores'
import { useNotices } from '../../ui'
import { useElementSize, useZoomWheel } from '../sheet'
import { AttachmentIntake, useAttachments } from '../attachments'
import { CustomerHint } from './customer-hint'
import { CustomerStrip } from './customer-strip'
import { EditorBar } from './editor-bar'
import type { BarActs } from './editor-bar'
import { EditorDialogs } from './editor-dialogs'
import type { OpenDialog } from './editor-dialogs'
import { EditorPanels } from './editor-panels'
import type { OpenPanel } from './editor-panels'
import { EditingProvider } from './editing'
import { FieldHint } from './field-hint'
import { FormCanvas } from './form-canvas'
import type { FormCanvasProps } from './form-canvas'
import { readTyping } from './read-typing'
import { screenStamp } from '../../../shared/print/stamp'
import { stopAtPath } from './required'
import { OriginStrip } from './origin-strip'
import { fieldName } from './stop-names'
import { typedLength } from './typed-length'
import { useCustomerChanges } from './use-master-changes'
import { useCustomerChoice } from './use-customer-choice'
import { useEditorLayout } from './use-editor-layout'
import { useFormActs } from './use-form-acts'
import { useFormKeys } from './use-form-keys'
import type { FormCommands } from './use-form-keys'
import { stillUnread, useMisreads } from './use-misreads'
import { useReached } from './use-reached'
import { useSheetEditing } from './use-sheet-editing'
import { useSheetMarks } from './use-sheet-marks'
import { useSheetState } from './use-sheet-state'
import { useStable } from './use-stable'
import { useStopFocus } from './use-stop-focus'
import { useView } from './use-view'
import { useWarmPreview } from './use-warm-preview'
import { useZoom } from './use-zoom'

export interface FormEditorProps {
  readonly session: RecordSession
  /** As it is when the form is opened; the editor follows it from there. */
  readonly firstLetterhead: Letterhead
  readonly onClose: () => void
  /** The field (`pathKey`) in which the keyboard begins; else the first that is empty. */
  readonly at?: string
}

/** Pixels of desk that are always free at both sides. */
const DESK_SIDE = 32

/** The sheet on its desk, with its bar, its keys and its one side panel. */
export function FormEditor({ session, firstLetterhead, onClose, at }: FormEditorProps) {
  const { t } = useTranslation('editor')
  const { workingCopy } = useServices()
  const notices = useNotices()
  const state = useSheetState(session)
  const { actions } = session
  const { template, values } = state
  const liveLetterhead = useLive(() => workingCopy.firm.letterhead(), [workingCopy])
  // The very same while it says the same: the sheet is not drawn again for it.
  const letterhead = sameJson(liveLetterhead ?? null, firstLetterhead)
    ? firstLetterhead
    : (liveLetterhead ?? firstLetterhead)

  const submitId = useId()
  const hintId = useId()
  const [deskSize, setScroller, scroller] = useElementSize()
  const [{ key: reachedKey, left }, reach] = useReached()
  /** Whether the focus is on the sheet now. */
  const [onSheet, setOnSheet] = useState(false)
  const activeKey = onSheet ? reachedKey : null
  /** A stop whose page is to be drawn though it is out of view. */
  const [wantedKey, setWantedKey] = useState<string | null>(null)
  const [panel, setPanel] = useState<OpenPanel | null>(null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [noted, noteMisread] = useMisreads()
  const { zoom, onZoom } = useZoom(template, deskSize)
  useZoomWheel(scroller, onZoom)
  const view = useView(scroller)

  const { layout, desk, stops } = useEditorLayout({
    template,
    values,
    letterhead,
    stamp: screenStamp(state),
    inRows: activeKey?.includes('/') ?? false,
    zoom,
  })
  const misreads = useMemo(() => stillUnread(noted, stops, values), [noted, stops, values])
  const latestMisreads = useRef(misreads)
  useEffect(() => {
    latestMisreads.current = misreads
  }, [misreads])
  const marks = useSheetMarks(state, stops, misreads)
  // The sheet is drawn once the room for it is known, in the zoom that fits it.
  const focus = useStopFocus(deskSize && scroller, stops, template, values, submitId, setWantedKey, at)
  const choice = useCustomerChoice(session, focus, setDialog)
  const { editing, onRow } = useSheetEditing(session, focus, noteMisread, reach, choice)
  const customer = useCustomerChanges(session, state)
  const acts = useFormActs({
    session,
    state,
    letterhead,
    misreads: latestMisreads,
    setPanel,
    setDialog,
    goTo: focus.goTo,
    stopOf: (path) => stopAtPath(stops, template, path)?.key,
    successor: () => document.getElementById(submitId),
  })

  const closePanel = () => {
    setPanel(null)
    if (reachedKey !== null) focus.goTo(reachedKey)
  }
  const togglePanel = (which: OpenPanel) => {
    setPanel((old) => (old === which ? null : which))
  }
  const closeDialog = () => {
    setDialog(null)
    if (reachedKey !== null) focus.goToNext(reachedKey)
  }
  const leave = () => {
    if (panel !== null) closePanel()
    else if (!notices.dismissTop()) {
      readTyping()
      // Whoever went to another page meanwhile is not taken back from there.
      void actions.flush().finally(() => {
        if (scroller?.isConnected === true) onClose()
      })
    }
  }

  /** The next form is about the row that the keyboard is or was in. */
  const goOn = () => {
    const row = focus.find(reachedKey)?.row
    acts.next(
      row?.id === null || row === null || row === undefined ? undefined : { rows: row.rows, id: row.id },
    )
  }

  const attachments = useAttachments(session)
  useWarmPreview(template, letterhead, { values, reachedKey })

  const barActs = useStable<BarActs>({
    showHistory: () => {
      togglePanel('history')
    },
    showFiles: () => {
      togglePanel('files')
    },
    showConflicts: () => {
      togglePanel('conflicts')
    },
    showCustomer: () => {
      togglePanel('customer')
    },
    print: () => void acts.print(),
    save: () => void acts.save(),
    submit: () => void acts.submit(),
    close: () => void acts.close(),
    reopen: () => void acts.reopen(),
    next: () => {
      goOn()
    },
    askVoid: () => {
      setDialog({ dialog: 'void' })
    },
    askRestore: () => {
      setDialog({ dialog: 'restore' })
    },
    copy: () => void acts.copy(),
    excel: () => void acts.excel(),
    askDiscard: () => {
      setDialog({ dialog: 'discard' })
    },
    showSettings: () => {
      setDialog({ dialog: 'settings' })
    },
  })

  const canvasActs = useStable<Pick<FormCanvasProps, 'onRow' | 'onReach'>>({
    onRow: (act) => {
      onRow(act, reachedKey)
    },
    onReach: (stop) => {
      focus.goTo(stop.key)
    },
  })

  const run: FormCommands['run'] = (command) => {
    switch (command) {
      case 'save':
        void acts.save()
        return
      case 'submit':
        if (state.state === 'draft') void acts.submit()
        return
      case 'closeOrReopen':
        if (state.state === 'submitted') void acts.close()
        else if (state.state === 'closed') void acts.reopen()
        return
      case 'nextForm':
        if (state.stored && state.state !== 'void') goOn()
        return
      case 'print':
        void acts.print()
        return
      case 'undo':
        actions.undo()
        return
      case 'redo':
        actions.redo()
        return
      case 'leave':
        leave()
        return
      case 'insertRow':
        onRow('below', reachedKey)
        return
      case 'deleteRow':
        onRow('remove', reachedKey)
        return
      case 'zoomIn':
        onZoom('in')
        return
      case 'zoomOut':
        onZoom('out')
        return
      case 'zoomReset':
        onZoom('reset')
        return
      default:
        assertNever(command)
    }
  }
  const placeOf = (stopKey: string) => {
    const stop = focus.find(stopKey)
    return { longText: stop?.field.type.type === 'longText', inRow: (stop?.row ?? null) !== null }
  }
  useFormKeys({ placeOf, move: focus.move, run }, dialog !== null)

  const active = stops.find(({ key }) => key === activeKey)
  return (
    <EditingProvider value={editing}>
      <div className="zk-editor">
        <EditorBar
          session={session}
          submitId={submitId}
          files={attachments.files.length}
          customerChanges={customer.changes.length}
          acts={barActs}
        />
        <div className="zk-editor-body">
          <div className="zk-editor-sheet">
            <OriginStrip recordId={state.recordId} from={state.from} />
            <CustomerStrip
              state={state}
              changes={customer.changes}
              onLook={barActs.showCustomer}
              onTakeAll={customer.takeAll}
              onIgnore={customer.ignore}
              onChoose={(path, id) => {
                const stop = stopAtPath(stops, template, path)?.key
                // The line that was pressed is gone: the keyboard goes to the customer on the sheet.
                void choice.chooseAt(path, id).then(() => {
                  if (stop !== undefined) focus.goTo(stop)
                })
              }}
            />
            <div
              ref={setScroller}
              data-region
              className="zk-editor-scroller"
              style={{ paddingLeft: DESK_SIDE, paddingRight: DESK_SIDE }}
            >
              {deskSize ? (
                <FormCanvas
                  layout={layout}
                  desk={desk}
                  stops={stops}
                  template={template}
                  values={values}
                  activeKey={activeKey}
                  reachedKey={reachedKey}
                  wantedKey={wantedKey}
                  view={view}
                  misreads={misreads}
                  required={marks.required}
                  wrong={marks.wrong}
                  doubted={marks.doubted}
                  conflicts={marks.conflicts}
                  corrected={marks.corrected}
                  readOnly={state.readOnly}
                  left={Math.max(0, Math.floor((deskSize.width - 2 * DESK_SIDE - desk.width) / 2))}
                  onFocused={setOnSheet}
                  hintId={hintId}
                  onRow={canvasActs.onRow}
                  onReach={canvasActs.onReach}
                />
              ) : null}
            </div>
            <FieldHint
              id={hintId}
              field={active?.field}
              name={active ? fieldName(t, template, values, active.path) : ''}
              corrected={active && marks.corrected.get(active.key)}
              misread={activeKey === null ? undefined : misreads.get(activeKey)}
              problem={
                marks.lines.find(({ stopKey }) => stopKey === activeKey) ??
                marks.doubts.find(({ stopKey }) => stopKey === activeKey && left.has(stopKey ?? ''))
              }
              length={active ? typedLength(active.field, getValue(values, active.path)) : null}
              about={
                active?.field.type.type === 'customer' ? (
                  <CustomerHint value={getValue(values, active.path)} inRow={active.row !== null} />
                ) : undefined
              }
              zoom={zoom}
              onZoom={onZoom}
            />
          </div>
          <EditorPanels
            panel={panel}
            session={session}
            state={state}
            lines={marks.lines}
            attachments={attachments}
            changes={customer.changes}
            onTake={customer.take}
            onIgnore={customer.ignore}
            focused={stops.find(({ key }) => key === reachedKey)?.path}
            onGoto={focus.goTo}
            onClose={closePanel}
          />
        </div>
      </div>
      <AttachmentIntake
        attachments={attachments}
        paused={dialog !== null}
        onTaken={() => {
          setPanel('files')
        }}
      />
      <EditorDialogs
        dialog={dialog}
        session={session}
        state={state}
        attachments={attachments.files}
        onClose={closeDialog}
      />
    </EditingProvider>
  )
}
