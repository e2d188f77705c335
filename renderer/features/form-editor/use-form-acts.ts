import { useEffect, useRef, type Dispatch, type SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { RecordSession, RecordSessionState, SheetRow } from '../../stores'
import { goOn, useNotices } from '../../ui'
import { useSaveExcel } from '../excel-export'
import type { OpenDialog } from './editor-dialogs'
import type { OpenPanel } from './editor-panels'
import type { Misread } from './editing'
import { printOf, sheetsOf } from './print-of'
import { readTyping } from './read-typing'
import type { SheetState } from './use-sheet-state'
import { useToldFailures } from './use-told-failures'

export interface FormActs {
  readonly save: () => Promise<void>
  readonly submit: () => Promise<void>
  readonly close: () => Promise<void>
  readonly reopen: () => Promise<void>
  /** 下一步: chooses a form and opens it with what is known here, and in the row in question. */
  readonly next: (row: SheetRow | undefined) => void
  readonly print: () => Promise<void>
  readonly copy: () => Promise<void>
  readonly excel: () => Promise<void>
}

/** Topic of the notices about what is missing on paper or in an Excel file. */
const UNREAD = 'unread'

/** Topic of the notice about what was lost on leaving a form: the newest is enough, or they pile up over the sheet. */
const LEFT_OUT = 'leftOut'

/** Saving, 登记, 办结, printing and going on, and what the person is told of them. */
export function useFormActs(input: {
  readonly session: RecordSession
  readonly state: SheetState
  readonly letterhead: Letterhead
  readonly misreads: { readonly current: ReadonlyMap<string, Misread> }
  readonly setPanel: Dispatch<SetStateAction<OpenPanel | null>>
  readonly setDialog: (dialog: OpenDialog) => void
  readonly goTo: (stopKey: string) => void
  /** The stop of a field, on the sheet as it is drawn now. */
  readonly stopOf: (path: readonly string[]) => string | undefined
  /** The button that takes the place of 办结 or 重新打开. */
  readonly successor: () => HTMLElement | null
}): FormActs {
  const { t } = useTranslation('editor')
  const notices = useNotices()
  const [, navigate] = useLocation()
  const { session, state, letterhead, setPanel, setDialog, goTo } = input
  const { actions, store } = session
  const saveExcel = useSaveExcel()

  useToldFailures(session)
  const { copyOf } = state
  const goesOn = state.fromDraft && (state.stored || state.from === undefined)
  useEffect(() => {
    if (copyOf !== undefined) notices.tell(t('notice.copied', { of: copyOf }))
    else if (goesOn) notices.tell(t('notice.fromDraft'))
  }, [goesOn, copyOf, notices, t])

  const latest = useRef(notices)
  useEffect(() => {
    latest.current = notices
  }, [notices])
  const { misreads } = input
  const form = state.template.name
  // A text that was not understood cannot be kept: whoever leaves the form, by whatever way, is told.
  useEffect(
    () => () => {
      const lost = typedOf(misreads.current)
      latest.current.settle(UNREAD)
      if (lost !== '') latest.current.warn(t('notice.leftOut', { form, typed: lost }), LEFT_OUT)
    },
    [misreads, t, form],
  )

  /** Opens the list of what is wrong, with the focus in the first of them. */
  const showProblems = () => {
    const [unread] = misreads.current.keys()
    const refused = store.getState().problems.find(({ severity }) => severity === 'refuse')
    const stopKey = unread ?? (refused && input.stopOf(refused.path))
    if (unread === undefined && !refused) return
    setPanel('problems')
    if (stopKey !== undefined) goTo(stopKey)
  }

  /** Paper and Excel files hold what was understood; what is missing there is said. */
  const tellUnread = (said: 'notice.notOnPaper' | 'notice.notInExcel') => {
    const typed = typedOf(misreads.current)
    if (typed === '') notices.settle(UNREAD)
    else notices.warn(t(said, { typed }), UNREAD)
  }

  const save = async (correction?: string) => {
    if (await actions.save(correction)) {
      const typed = typedOf(misreads.current)
      const saved = correction === undefined ? 'notice.saved' : 'notice.corrected'
      notices.tell(typed === '' ? t(saved) : t('notice.savedExcept', { typed }))
      // Nothing stood in the way any more: a list of what did has done its work.
      const { state: life, problems } = store.getState()
      if (life === 'submitted' && problems.length === 0 && typed === '')
        setPanel((open) => (open === 'problems' ? null : open))
    } else if (store.getState().state === 'submitted' && isRefused(store.getState())) showProblems()
  }
  const close = async (correction?: string) => {
    if (await actions.close(correction)) {
      notices.tell(t('notice.closed'))
      goOn(input.successor)
    } else if (isRefused(store.getState())) showProblems()
  }
  /** What is taken back after 登记 is a 更正: the reason is asked for, once it can be saved. Blanks are just filled in. */
  const askReason = (onReason: (reason: string) => Promise<void>): boolean => {
    const { state: life, dirty, readOnly } = store.getState()
    if (life !== 'submitted' || !dirty || readOnly || !actions.corrects() || !actions.check()) return false
    setDialog({ dialog: 'correct', onReason: (reason) => void onReason(reason) })
    return true
  }

  return {
    save: async () => {
      readTyping()
      notices.settle(UNREAD)
      // The save is on its way before anything is drawn; what was not understood is known when it is told.
      if (!askReason(save)) await save()
    },
    close: async () => {
      readTyping()
      await Promise.resolve()
      if (misreads.current.size > 0) {
        actions.check()
        showProblems()
      } else if (!askReason(close)) await close()
    },
    reopen: async () => {
      if (!(await actions.reopen())) return
      notices.tell(t('notice.reopened'))
      goOn(input.successor)
    },
    next: (row) => {
      readTyping()
      setDialog({
        dialog: 'next',
        onChoose: (code) => {
          void actions.makeNext(code, row).then((id) => {
            if (id !== null) navigate(`/draft/${id}`)
          })
        },
      })
    },
    submit: async () => {
      readTyping()
      notices.settle(UNREAD)
      // One turn, so that what was just read is known.
      await Promise.resolve()
      if (misreads.current.size > 0) {
        actions.check()
        showProblems()
        return
      }
      const done = await actions.submit()
      const { problems, number } = store.getState()
      if (done) {
        notices.tell(number === '' ? t('notice.submittedPlain') : t('notice.submitted', { number }))
        setPanel(problems.length > 0 ? 'problems' : null)
        return
      }
      showProblems()
    },
    print: async () => {
      readTyping()
      // One turn, so that what was just read is known.
      await Promise.resolve()
      tellUnread('notice.notOnPaper')
      setDialog({ dialog: 'print', ...printOf(store.getState(), letterhead) })
    },
    excel: async () => {
      readTyping()
      // One turn, so that what was just read is known.
      await Promise.resolve()
      const { sheets, suggestedName } = sheetsOf(store.getState(), letterhead)
      if (await saveExcel(sheets, suggestedName)) tellUnread('notice.notInExcel')
    },
    copy: async () => {
      const id = await actions.copyAsNew()
      if (id !== null) navigate(`/draft/${id}`)
    },
  }
}

const isRefused = ({ problems }: RecordSessionState): boolean =>
  problems.some(({ severity }) => severity === 'refuse')

const typedOf = (misreads: ReadonlyMap<string, Misread>): string =>
  [...misreads.values()].map(({ text }) => text).join(' · ')
