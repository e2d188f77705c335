import Box from '@mui/material/Box'
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import { getValue } from '../../../shared/forms'
import type { Letterhead } from '../../../shared/print/layout-input'
import { useLive } from '../../db'
import type { Conflict } from '../../db'
import { failureText } from '../../i18n'
import { useServices } from '../../stores'
import type { RecordSession } from '../../stores'
import { AskDialog, useNotices } from '../../ui'
import { PreviewDialog } from '../print-preview'
import { useElementSize, useZoomWheel } from '../sheet'
import { ConflictPanel } from './conflict-panel'
import { EditorBar } from './editor-bar'
import { EditingProvider } from './editing'
import type { Editing } from './editing'
import { FieldHint } from './field-hint'
import { focusStop } from './focus'
import { FormCanvas } from './form-canvas'
import { HistoryPanel } from './history-panel'
import { printOf, stampOf } from './print-of'
import type { SheetPrint } from './print-of'
import { problemLines } from './problem-lines'
import { ProblemsPanel } from './problems-panel'
import { firstToFill, stillRequired, stopAtPath } from './required'
import { actOnRow } from './row-acts'
import type { RowAct } from './row-acts'
import { fieldName } from './stop-names'
import { neighbour } from './stops'
import { typedLength } from './typed-length'
import { useEditorLayout } from './use-editor-layout'
import { useFormKeys } from './use-form-keys'
import type { FormCommands } from './use-form-keys'
import { useMisreads } from './use-misreads'
import { useZoom } from './use-zoom'
import { VoidDialog } from './void-dialog'

export interface FormEditorProps {
  readonly session: RecordSession
  readonly onClose: () => void
}

type OpenPanel = 'history' | 'problems' | 'conflicts'
type OpenDialog = { readonly dialog: 'void' | 'discard' } | ({ readonly dialog: 'print' } & SheetPrint)

const noLetterhead: Letterhead = { firm: '' }

/** The sheet on its desk, with its bar, its keys and its one side panel. */
export function FormEditor({ session, onClose }: FormEditorProps) {
  const { t } = useTranslation('editor')
  const { workingCopy } = useServices()
  const notices = useNotices()
  const [, navigate] = useLocation()
  const state = useStore(session.store)
  const { actions } = session
  const { template, values } = state
  const letterhead = useLive(() => workingCopy.firm.letterhead(), [workingCopy]) ?? noLetterhead

  const submitId = useId()
  const hintId = useId()
  const [deskSize, setScroller, scroller] = useElementSize()
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [panel, setPanel] = useState<OpenPanel | null>(null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [misreads, noteMisread] = useMisreads()
  const { zoom, onZoom } = useZoom(template, deskSize)
  useZoomWheel(scroller, onZoom)

  const { layout, desk, stops } = useEditorLayout({
    template,
    values,
    letterhead,
    stamp: stampOf(state.state),
    inRows: activeKey?.includes('/') === true && !activeKey.startsWith('['),
    zoom,
  })
  const active = stops.find((stop) => stop.key === activeKey)
  const required = useMemo(
    () => (state.readOnly ? new Set<string>() : stillRequired(stops, values)),
    [state.readOnly, stops, values],
  )
  const lines = useMemo(
    () => problemLines(t, template, values, state.problems, misreads, stops),
    [t, template, values, state.problems, misreads, stops],
  )
  const wrong = useMemo(
    () =>
      new Set(
        lines.flatMap((line) => (line.severity === 'refuse' && line.stopKey !== null ? [line.stopKey] : [])),
      ),
    [lines],
  )
  const conflictKeys = useMemo(
    () => new Set(state.conflicts.flatMap(({ path }) => stopAtPath(stops, template, path)?.key ?? [])),
    [state.conflicts, stops, template],
  )

  /** What the stable functions below look at: the sheet as it is drawn now. */
  const latest = useRef({ stops, template, values, misreads })
  const wanted = useRef<string | null>(null)
  const opened = useRef(false)
  useLayoutEffect(() => {
    latest.current = { stops, template, values, misreads }
    if (!scroller) return
    if (!opened.current && stops.length > 0) {
      opened.current = true
      wanted.current ??= firstToFill(stops, values)?.key ?? null
    }
    if (wanted.current !== null && focusStop(scroller, wanted.current)) wanted.current = null
  })

  const goTo = useCallback(
    (stopKey: string) => {
      if (!scroller || !focusStop(scroller, stopKey)) wanted.current = stopKey
    },
    [scroller],
  )

  const move = useCallback(
    (stopKey: string, step: 1 | -1, byEnter: boolean): boolean => {
      const next = neighbour(latest.current.stops, stopKey, step)
      if (next) goTo(next.key)
      else if (byEnter && step === 1) document.getElementById(submitId)?.focus()
      return next !== undefined
    },
    [goTo, submitId],
  )

  const editing = useMemo<Editing>(
    () => ({
      set: (stopKey, value) => {
        const stop = latest.current.stops.find(({ key }) => key === stopKey)
        if (stop) actions.setValue(stop.path, value)
      },
      misread: noteMisread,
      moveOn: (stopKey) => {
        move(stopKey, 1, true)
      },
      focused: setActiveKey,
    }),
    [actions, noteMisread, move],
  )

  const onRow = useCallback(
    (act: RowAct) => {
      const stop = latest.current.stops.find(({ key }) => key === activeKey)
      if (!stop || session.store.getState().readOnly) return
      const outcome = actOnRow(act, stop, latest.current.template, actions)
      if (outcome.outcome === 'goTo') wanted.current = outcome.stopKey
      else if (outcome.outcome === 'full') notices.tell(t('row.full', { max: outcome.max }))
    },
    [activeKey, session, actions, notices, t],
  )

  const leaveField = () => {
    // What is being typed counts as typed: the field reads it when it loses the focus.
    if (document.activeElement instanceof HTMLTextAreaElement) {
      const key = activeKey
      document.activeElement.blur()
      if (key !== null) goTo(key)
    }
  }

  const save = async () => {
    leaveField()
    if (await actions.save()) notices.tell(t('notice.saved'))
  }

  const submit = async () => {
    leaveField()
    if (latest.current.misreads.size > 0) {
      setPanel('problems')
      const [first] = latest.current.misreads.keys()
      if (first !== undefined) goTo(first)
      return
    }
    const done = await actions.submit()
    const { problems, number, readOnly } = session.store.getState()
    if (done) {
      notices.tell(number === '' ? t('notice.submittedPlain') : t('notice.submitted', { number }))
      if (!problems.some(({ severity }) => severity === 'warn'))
        setPanel((old) => (old === 'problems' ? null : old))
      return
    }
    const first = problems.find(({ severity }) => severity === 'refuse')
    if (!first || readOnly) return
    setPanel('problems')
    const stop = stopAtPath(latest.current.stops, template, first.path)
    if (stop) goTo(stop.key)
  }

  const print = () => {
    leaveField()
    setDialog({ dialog: 'print', ...printOf(session.store.getState(), letterhead) })
  }

  const leave = () => {
    if (panel !== null) {
      setPanel(null)
      return
    }
    void actions.flush().finally(onClose)
  }

  const commands: FormCommands = {
    placeOf: (stopKey) => {
      const stop = stops.find(({ key }) => key === stopKey)
      return { longText: stop?.field.type.type === 'longText', inRow: stop?.row != null }
    },
    move,
    lineBreak: () => {
      // The only way that keeps the browser's own caret and input event.
      document.execCommand('insertText', false, '\n')
    },
    run: (command) => {
      switch (command) {
        case 'save':
          void save()
          return
        case 'print':
          print()
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
          onRow('below')
          return
        case 'deleteRow':
          onRow('remove')
          return
        case 'zoomIn':
          onZoom('in')
          return
        case 'zoomOut':
          onZoom('out')
          return
        case 'zoomReset':
          onZoom('reset')
      }
    },
  }
  useFormKeys(commands, dialog !== null)

  const { failure } = state
  useEffect(() => {
    if (!failure) return
    notices.warn(t('notice.notSaved', { reason: failureText(failure) }))
    actions.dismissFailure()
  }, [failure, notices, actions, t])
  const { fromDraft } = state
  useEffect(() => {
    if (fromDraft) notices.tell(t('notice.fromDraft'))
  }, [fromDraft, notices, t])

  const onReach = useCallback(
    (stop: { readonly key: string }) => {
      goTo(stop.key)
    },
    [goTo],
  )
  const name = active ? fieldName(t, template, values, active.path) : ''
  const closeDialog = () => {
    setDialog(null)
    if (activeKey !== null) wanted.current = activeKey
  }
  const togglePanel = (which: OpenPanel) => {
    setPanel((old) => (old === which ? null : which))
  }
  const settle = async (conflict: Conflict, dot: string) => {
    await actions.settle(conflict, dot)
    if (session.store.getState().conflicts.length === 0) setPanel(null)
  }

  return (
    <EditingProvider value={editing}>
      <Box sx={{ height: '100%', display: 'flex', minHeight: 0 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          <EditorBar
            state={state}
            zoom={zoom}
            submitId={submitId}
            onZoom={onZoom}
            onHistory={() => {
              togglePanel('history')
            }}
            onConflicts={() => {
              togglePanel('conflicts')
            }}
            onPrint={print}
            onSave={() => void save()}
            onSubmit={() => void submit()}
            onVoid={() => {
              setDialog({ dialog: 'void' })
            }}
            onCopy={() =>
              void actions.copyAsNew().then((id) => {
                if (id !== null) navigate(`/draft/${id}`)
              })
            }
            onDiscard={() => {
              setDialog({ dialog: 'discard' })
            }}
          />
          <Box
            ref={setScroller}
            data-region
            sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 8, pt: 1, pb: 10, scrollPadding: '24px' }}
          >
            <FormCanvas
              layout={layout}
              desk={desk}
              stops={stops}
              template={template}
              values={values}
              activeKey={activeKey}
              misreads={misreads}
              required={required}
              wrong={wrong}
              conflicts={conflictKeys}
              readOnly={state.readOnly}
              hintId={hintId}
              onRow={onRow}
              onReach={onReach}
            />
          </Box>
          <FieldHint
            id={hintId}
            stop={active}
            name={name}
            misread={activeKey === null ? undefined : misreads.get(activeKey)}
            problem={lines.find((line) => line.stopKey === activeKey)?.text}
            length={active ? typedLength(active.field, getValue(values, active.path)) : null}
          />
        </Box>
        {panel === 'history' ? (
          <HistoryPanel
            recordId={state.recordId}
            template={template}
            values={values}
            onClose={() => {
              setPanel(null)
            }}
          />
        ) : null}
        {panel === 'problems' ? (
          <ProblemsPanel
            lines={lines}
            onGoto={goTo}
            onClose={() => {
              setPanel(null)
            }}
          />
        ) : null}
        {panel === 'conflicts' ? (
          <ConflictPanel
            conflicts={state.conflicts}
            template={template}
            values={values}
            onSettle={(conflict, dot) => void settle(conflict, dot)}
            onClose={() => {
              setPanel(null)
            }}
          />
        ) : null}
      </Box>
      {dialog?.dialog === 'print' ? (
        <PreviewDialog job={dialog.job} suggestedName={dialog.suggestedName} onClose={closeDialog} />
      ) : null}
      {dialog?.dialog === 'void' ? (
        <VoidDialog
          name={state.number === '' ? template.name : state.number}
          onVoid={(reason) => {
            closeDialog()
            void actions.voidRecord(reason).then((done) => {
              if (done) notices.tell(t('notice.voided'))
            })
          }}
          onCancel={closeDialog}
        />
      ) : null}
      {dialog?.dialog === 'discard' ? (
        <AskDialog
          title={t('discard.title')}
          text={t(state.stored ? 'discard.introStored' : 'discard.introNew')}
          yes={t('discard.confirm')}
          final
          onYes={() => {
            closeDialog()
            void actions.discardDraft()
          }}
          onNo={closeDialog}
        />
      ) : null}
    </EditingProvider>
  )
}
