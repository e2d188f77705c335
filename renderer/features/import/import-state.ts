import type { ImportTarget, SourceRefusal, WhenThere } from '../../../shared/import'
import type { JournalFailure } from '../../../shared/ipc/contract'
import type { TablesRead } from '../../../shared/ipc/import'
import type { LinesShown, PlanLine, PlanView, TableColumn, TableHeads, WrittenMany } from '../../db'

/** Where an import stands. */
export type ImportStep = 'source' | 'columns' | 'preview' | 'running' | 'done'

/** Why nothing could be taken. */
export type SourceTrouble = SourceRefusal | { readonly type: 'NothingPasted' }

/** What is taken over into: customers, or a form in the version that is current. */
export interface Into {
  readonly target: ImportTarget
  readonly templateHash?: string
}

export interface ImportState {
  readonly step: ImportStep
  readonly into: Into
  /** Something is being read or worked out. `rows`: so many were read of the file. */
  readonly busy: { readonly doing: 'reading' | 'planning'; readonly rows: number } | null
  readonly trouble: SourceTrouble | null
  /** What nobody expected. */
  readonly crash: string | null
  readonly file: TablesRead | null
  /** The sheet of the file that is taken. */
  readonly sheet: number
  readonly heads: TableHeads | null
  readonly columns: readonly TableColumn[]
  /** Key of the column by which doubles are found; null: they are not looked for. */
  readonly matchBy: string | null
  readonly whenThere: WhenThere
  readonly as: 'submitted' | 'draft'
  readonly withoutHidden: boolean
  /** Lines that look like 合计 come in, too. */
  readonly withTotals: boolean
  readonly view: PlanView | null
  readonly shown: LinesShown
  readonly lines: readonly PlanLine[]
  /** The firm's data changed after the plan was looked at, and the plan with them. */
  readonly moved: boolean
  readonly progress: { readonly done: number; readonly total: number; readonly stopping: boolean }
  readonly failure: JournalFailure | null
  readonly result: WrittenMany | null
}

export const atFirst = (into: Into): ImportState => ({
  step: 'source',
  into,
  busy: null,
  trouble: null,
  crash: null,
  file: null,
  sheet: 0,
  heads: null,
  columns: [],
  matchBy: null,
  whenThere: 'skip',
  as: 'submitted',
  withoutHidden: false,
  withTotals: false,
  view: null,
  shown: 'all',
  lines: [],
  moved: false,
  progress: { done: 0, total: 0, stopping: false },
  failure: null,
  result: null,
})

/** The sheet that is probably meant: the first that is to be seen and holds anything. */
export function likelySheet({ sheets }: TablesRead): number {
  const at = sheets.findIndex(({ filled, hidden }) => filled > 0 && !hidden)
  return at >= 0
    ? at
    : Math.max(
        0,
        sheets.findIndex(({ filled }) => filled > 0),
      )
}

/** How many customers or records the plan would write. */
export const toWrite = ({ counts }: PlanView): number => counts.create + counts.update
