import type { Bridge } from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import { makeLine } from '../../shared/kernel/line'
import { applyHere, type Applier, type OpenApplier } from './applying/applier'
import type { Desk } from './journal'
import { rememberLately } from './lately'
import type { WorkingDb } from './schema'
import type { TemplateShelf } from './templates'

/** What the repositories of an open working copy share. */
export function makeDesk(
  bridge: Bridge,
  options: { readonly clock: Clock; readonly random: RandomBytes; readonly applier?: OpenApplier },
  templates: TemplateShelf,
  db: WorkingDb,
): Desk {
  const appliers = new Set<Applier>()
  return {
    db,
    bridge,
    clock: options.clock,
    random: options.random,
    templates: templates.byHash,
    isKept: templates.isKept,
    keepTemplate: templates.keep,
    keptTemplates: templates.kept,
    openApplier: (setting) => {
      const applier = (options.applier ?? applyHere)(setting)
      appliers.add(applier)
      return {
        take: applier.take,
        close: () => {
          appliers.delete(applier)
          applier.close()
        },
      }
    },
    endAppliers: () => {
      for (const applier of appliers) applier.close()
      appliers.clear()
    },
    current: templates.current,
    given: new Map(),
    unapplied: [],
    lately: rememberLately(),
    onLines: [],
    inLine: makeLine(),
    applying: makeLine(),
  }
}
