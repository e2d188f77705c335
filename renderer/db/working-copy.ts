import type { StartInfo } from '../../shared/ipc/contract'
import { ok } from '../../shared/kernel/result'
import { BATCH, type Aside } from './aside'
import { arrivedRepository } from './arrived'
import { takeHealed } from './arrived-gaps'
import { auditRepository } from './audit'
import { calendarRepository } from './calendar'
import { customersRepository } from './customers'
import { firmRepository } from './firm'
import { catchUpNow, type Desk } from './journal'
import { conflictsRepository } from './open-conflicts'
import { sameNumbers } from './same-numbers'
import { masksRepository } from './masks'
import { numberRulesRepository } from './number-rules'
import { templatesRepository } from './own-forms'
import { filesRepository } from './record-files'
import { recordsRepository } from './records'
import { staffRepository } from './staff'
import type { KeptLists } from './lists/lists'
import type { TemplateShelf } from './templates'
import { importsRepository } from './tables/imports'
import type { OpenTablesPort } from './tables/tables-port'
import type { WorkingCopy } from './types'

export interface WorkingCopyParts {
  readonly desk: Desk
  readonly start: StartInfo
  readonly aside: Aside
  readonly checked: WorkingCopy['checked']
  readonly journalChecked: WorkingCopy['journalChecked']
  readonly templates: TemplateShelf
  readonly lists: KeptLists
  readonly tables: OpenTablesPort
  /** Ends what watches the tables for the shelf. */
  readonly unfollow: () => void
}

/** The working copy as the rest of the window sees it. */
export function assemble({
  desk,
  start,
  aside,
  checked,
  journalChecked,
  templates,
  lists,
  tables,
  unfollow,
}: WorkingCopyParts): WorkingCopy {
  const takeAll: WorkingCopy['catchUp'] = async () => {
    const caught = await catchUpNow(desk)
    if (!caught.ok) return caught
    const healed = await takeHealed(desk)
    return healed.ok
      ? ok({ parted: caught.value.parted, applied: caught.value.applied + healed.value })
      : healed
  }
  const staff = staffRepository(desk)
  return {
    folderId: start.folder.id,
    readOnly: start.folder.readOnly,
    records: recordsRepository(desk),
    files: filesRepository(desk),
    lists,
    customers: customersRepository(desk),
    audit: auditRepository(desk.db),
    arrived: arrivedRepository(desk.db),
    conflicts: conflictsRepository(desk, lists),
    sameNumbers: sameNumbers(desk, lists),
    staff,
    imports: importsRepository(desk, staff, tables),
    firm: firmRepository(desk),
    masks: masksRepository(desk),
    templates: templatesRepository(desk, templates),
    calendar: calendarRepository(desk),
    numberRules: numberRulesRepository(desk),
    leftAside: async () => (await aside.left()).length,
    bringBack: (which = 'asked') =>
      desk.inLine(async () => {
        const changes = await aside[which]()
        let restored = 0
        for (let from = 0; from < changes.length; from += BATCH) {
          const batch = changes.slice(from, from + BATCH)
          const done = await desk.bridge.call('journal:restore', { changes: batch })
          if (!done.ok) return done
          await aside.decide(batch, 'restored')
          restored += batch.length
        }
        const caught = await takeAll()
        return caught.ok ? ok({ restored }) : caught
      }),
    leaveAside: async () => {
      await aside.decide(await aside.asked(), 'aside')
    },
    catchUp: () => desk.inLine(takeAll),
    checked,
    journalChecked,
    close: () => {
      unfollow()
      lists.close()
      aside.close()
      desk.db.close()
    },
  }
}
