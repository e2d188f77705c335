import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormSheet } from '../../../shared/ipc/contract'
import { filledSheet, setUpSheets, useAppState, useServices } from '../../stores'
import { useLetterhead } from '../forms-library'
import { fileName, nameValues, type NamePart } from './file-names'
import { printEach, type EachDone } from './print-each'

export type EachStanding =
  | { readonly phase: 'asking' }
  | { readonly phase: 'running'; readonly done: number; readonly stopping: boolean }
  | { readonly phase: 'done'; readonly folder: string; readonly result: EachDone }

export interface EachControl {
  readonly standing: EachStanding
  /** Asks for a folder, then begins. */
  readonly begin: () => Promise<void>
  readonly stop: () => void
  readonly showFolder: () => void
}

/** Writes each record as a PDF of its own, each form on the paper that was set for it here. */
export function usePrintEach(ids: readonly string[], parts: readonly NamePart[]): EachControl {
  const { t } = useTranslation('printEach')
  const { bridge, workingCopy } = useServices()
  const setups = useAppState((state) => state.settings.printSetups)
  const letterhead = useLetterhead()
  const [standing, setStanding] = useState<EachStanding>({ phase: 'asking' })
  const isStopped = useRef(false)

  const sheetOf = async (
    id: string,
  ): Promise<{ readonly sheet: FormSheet; readonly name: string } | null> => {
    const view = await workingCopy.records.get(id)
    if (view?.template === undefined) return null
    const { template, values, corrections } = view
    const drawn = filledSheet({ template, values, state: view.row.state, corrections }, letterhead)
    const [sheet = drawn] = setUpSheets([drawn], setups)
    return { sheet, name: fileName(parts, nameValues(template, view)) }
  }

  const begin = async () => {
    const { path: folder } = await bridge.call('folder:choose', { title: t('chooseTitle') })
    if (folder === null) return
    isStopped.current = false
    setStanding({ phase: 'running', done: 0, stopping: false })
    const result = await printEach({
      ids,
      sheetOf,
      nameOf: ({ name }) => name,
      write: ({ sheet }, name) =>
        bridge.call('pdf:saveIn', { folder, name, job: { job: 'form', sheets: [sheet] } }),
      onProgress: (done) => {
        setStanding({ phase: 'running', done, stopping: isStopped.current })
      },
      isStopped: () => isStopped.current,
    })
    setStanding({ phase: 'done', folder, result })
  }

  return {
    standing,
    begin,
    stop: () => {
      isStopped.current = true
      setStanding((now) => (now.phase === 'running' ? { ...now, stopping: true } : now))
    },
    showFolder: () => {
      if (standing.phase === 'done') void bridge.call('folder:showChosen', { path: standing.folder })
    },
  }
}
