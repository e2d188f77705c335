import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { unfinishedDrafts, useServices } from '../../stores'
import { catalogue } from '../../../shared/catalogue'
import type { Draft } from '../../../shared/ipc/contract'
import { draftTitle } from '../workbench'
import { findCommands } from './commands'
import { findDrafts } from './find-drafts'
import { createFinding, type FindOthers, type FoundNow } from './finding'
import { findForms } from './found'

/**
 * What the search box finds for a query. `ask` asks for the next one before it is drawn; `active`: somebody is in the box.
 */
export function useFound(
  query: string,
  active: boolean,
): {
  readonly now: FoundNow
  readonly ask: (query: string) => void
} {
  const { t } = useTranslation('finder')
  const { bridge, workingCopy } = useServices()
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const findOthers = useCallback<FindOthers>(
    (query) => ({
      drafts: findDrafts(drafts, query, draftTitle),
      forms: findForms(catalogue, query),
      commands: findCommands(query, (name) => ({ label: t(`command.${name}`), also: t(`also.${name}`) })),
    }),
    [drafts, t],
  )
  const [finding] = useState(() => createFinding(workingCopy.lists, findOthers))
  useEffect(() => {
    finding.renew(findOthers)
  }, [finding, findOthers])
  useEffect(() => {
    finding.ask(query)
  }, [finding, query])

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

  return { now: useStore(finding.store), ask: finding.ask }
}
