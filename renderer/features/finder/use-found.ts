import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundLines } from '../../db'
import { unfinishedDrafts, useServices } from '../../stores'
import { catalogue } from '../../../shared/catalogue'
import type { Draft } from '../../../shared/ipc/contract'
import { draftTitle } from '../workbench'
import { findCommands } from './commands'
import { findDrafts } from './find-drafts'
import { findForms, groupsOf, SHOWN, type Group } from './found'

export interface FoundNow {
  /** What was asked; the groups answer this. */
  readonly query: string
  readonly groups: readonly Group[]
}

const nothing: FoundLines = { customers: { count: 0, rows: [] }, records: { count: 0, rows: [] } }

/**
 * Everything that a query means, asked at each key; the last answer stays until the next one is whole, and an answer to
 * an earlier query is dropped. `failed`: the lists cannot be read, what else was found is there.
 */
export function useFound(
  query: string,
  active: boolean,
): { readonly now: FoundNow; readonly failed: boolean } {
  const { t } = useTranslation('finder')
  const { bridge, workingCopy } = useServices()
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const [now, setNow] = useState<FoundNow>({ query: '', groups: [] })
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    if (!active) return
    let current = true
    void unfinishedDrafts({ bridge, workingCopy }).then((result) => {
      if (current && result.ok) setDrafts(result.value)
    })
    return () => {
      current = false
    }
  }, [active, bridge, workingCopy])

  useEffect(() => {
    let current = true
    const show = (lines: FoundLines) => {
      if (!current) return
      const groups = groupsOf({
        query,
        lines,
        drafts: findDrafts(drafts, query, draftTitle),
        forms: findForms(catalogue, query),
        commands: findCommands(query, (name) => t(`command.${name}`)),
      })
      setNow({ query, groups })
    }
    const asked =
      query.trim() === ''
        ? Promise.resolve(nothing)
        : workingCopy.lists.find(query, { customers: SHOWN.customers, records: SHOWN.records })
    asked.then(
      (lines) => {
        setFailed(false)
        show(lines)
      },
      () => {
        setFailed(true)
        show(nothing)
      },
    )
    return () => {
      current = false
    }
  }, [query, drafts, workingCopy, t])
  return { now, failed }
}
