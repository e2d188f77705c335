import { assertNever } from '../../../shared/kernel/assert-never'
import type { Change, GroupResult, Results } from './results'
import {
  verdicts,
  type ContestRow,
  type GrowthRow,
  type Rank,
  type Row,
  type Unit,
  type Verdict,
} from './row'
import type { Spread } from './spread'

const RANKS: Readonly<Record<Rank, string>> = { must: 'must', target: 'target', aim: 'aim' }

/** One line of the table, in the words that the terminal and docs/BENCHMARKS.md both show. */
export interface Line {
  readonly figure: string
  readonly median: string
  readonly half: string
  readonly beside: string
  readonly goals: string
}

const HEADS: Readonly<Record<keyof Line, string>> = {
  figure: 'figure',
  median: 'median',
  half: 'half of all lie in',
  beside: 'beside it in the same run',
  goals: 'goal: where it stands',
}

export function lineOf(row: Row): Line {
  switch (row.kind) {
    case 'contest':
      return contestLine(row)
    case 'growth':
      return growthLine(row)
    default:
      return assertNever(row)
  }
}

function contestLine(row: ContestRow): Line {
  const beside = row.beside.map(
    ({ name, spread, ratio }) =>
      `${name} ${withUnit(spread.median, row.unit)}${ratio === undefined ? '' : `: ${rounded(ratio)} ×`}`,
  )
  return {
    figure: titleOf(row),
    median: withUnit(row.own.median, row.unit),
    half: halfOf(row.own),
    beside: beside.join(' · '),
    goals: verdicts(row)
      .map((verdict) => goalTold(verdict, row.unit))
      .join(' · '),
  }
}

function growthLine(row: GrowthRow): Line {
  const isMet = row.exponent <= row.most
  return {
    figure: titleOf(row),
    median: row.points
      .map(({ size, median }) => `${withUnit(median, row.unit)} at ${grouped(size)}`)
      .join(', '),
    half: '',
    beside: `exponent ${row.exponent.toFixed(2)}`,
    goals: `${mark(isMet)} target ≤ ${row.most}`,
  }
}

const titleOf = ({ title, size }: Row): string => (size === '' ? title : `${title} (${size})`)

function halfOf({ q1, q3, count }: Spread): string {
  return count < 3 ? `${count} measured` : `${rounded(q1)}–${rounded(q3)}, ${count} measured`
}

function goalTold({ goal, is, isMet }: Verdict, unit: Unit): string {
  const limit = (() => {
    switch (goal.goal) {
      case 'times':
        return `≤ ${rounded(goal.most)} × ${goal.than}: ${rounded(is)} ×`
      case 'more':
        return `${goal.at} ≤ ${goal.at} of ${goal.than} + ${withUnit(goal.most, unit)}: + ${withUnit(is, unit)}`
      case 'under':
        return `${goal.at} ≤ ${withUnit(goal.most, unit)}: ${withUnit(is, unit)}`
      default:
        return assertNever(goal)
    }
  })()
  return `${mark(isMet)} ${RANKS[goal.rank]} ${limit}`
}

const mark = (isMet: boolean): string => (isMet ? '✓' : '✗')

const withUnit = (value: number, unit: Unit): string => `${rounded(value)} ${unit}`

/** Three digits that count; whole numbers from a hundred on, with their thousands set apart. */
export function rounded(value: number): string {
  if (Math.abs(value) >= 100) return grouped(Math.round(value))
  return String(Number(value.toPrecision(3)))
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

/** The table as lines of text for a terminal: what is short beside each other, what is long below. */
export function printed(groups: readonly GroupResult[]): string {
  return groups
    .map(({ title, rows, seconds }) => {
      const lines = rows.map(lineOf).map(({ figure, median, half, beside, goals }) => {
        const first = `  ${figure}: ${median}${half === '' ? '' : ` (${half})`}`
        return [first, ...[beside, goals].filter((text) => text !== '').map((text) => `      ${text}`)]
      })
      return [`\n${title}  [${rounded(seconds)} s]`, ...lines.flat()].join('\n')
    })
    .join('\n')
}

/** How the goals stand that a release needs: the ones not met by name. */
export function printedMusts(groups: readonly GroupResult[]): string {
  const rows = groups.flatMap((group) => group.rows).filter((row) => row.kind === 'contest')
  const musts = rows.flatMap((row) =>
    verdicts(row)
      .filter(({ goal }) => goal.rank === 'must')
      .map((verdict) => ({ row, verdict })),
  )
  const missed = musts.filter(({ verdict }) => !verdict.isMet)
  const told = missed.map(({ row, verdict }) => `  ${titleOf(row)}: ${goalTold(verdict, row.unit)}`)
  return [`\nMusts: ${musts.length - missed.length} of ${musts.length} met`, ...told].join('\n')
}

/** What has changed; the slower ones are marked. Nothing when there was nothing to compare. */
export function printedChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return ''
  const slower = changes.filter(({ isSlower }) => isSlower)
  const told = slower.map(
    ({ id, size, by, before, now, times }) =>
      `  ✗ ${id}${size === '' ? '' : ` (${size})`}: ${rounded(times)} × slower by ${by}: ${rounded(before)} before, ${rounded(now)} now`,
  )
  const first = `\nCompared with the committed results: ${changes.length} ratios, ${slower.length} slower`
  return [first, ...told].join('\n')
}

/** The table in Markdown, as it stands in docs/BENCHMARKS.md. */
export function markdown({ machine, versions, groups }: Results): string {
  const heads = Object.values(HEADS)
  const tables = groups.map(({ title, on, seconds, load, rows }) => {
    const lines = rows.map((row) => `| ${Object.values(lineOf(row)).map(escaped).join(' | ')} |`)
    return [
      `### ${title}`,
      '',
      `${on}, ${rounded(seconds)} s; load before it ${rounded(load)}.`,
      '',
      `| ${heads.join(' | ')} |`,
      `|${heads.map(() => '---').join('|')}|`,
      ...lines,
    ].join('\n')
  })
  const { processor, cores, memoryGB, system } = machine
  const told = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [`${processor}, ${cores} cores, ${memoryGB} GB, ${system}; ${told.join(', ')}.`, ...tables].join(
    '\n\n',
  )
}

const escaped = (cell: unknown): string => String(cell).replaceAll('|', '\\|')

/** Puts this text between the lines that hold `<!-- NAME -->` and `<!-- /NAME -->`. Throws when they are not there. */
export function between(document: string, name: string, text: string): string {
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, end] = [document.indexOf(from), document.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`no ${from} … ${to}`)
  return `${document.slice(0, start + from.length)}\n\n${text}\n\n${document.slice(end)}`
}
