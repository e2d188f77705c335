import { ok } from '../../../shared/kernel/result'
import { encodeContainer } from '../format/container'
import { mintOf } from '../format/identity'
import { paths, readSnapshotName, snapshotPath } from '../format/names'
import type { Roster } from '../format/roster'
import { packSegments, unpackSegments, type SnapshotSizes } from '../format/snapshot-body'
import type { LocalSegment } from '../../store'
import { carrierFailed, type Step } from './steps'
import { isAllowed, takeBody } from './take-body'
import { segmentTag } from './listing'
import { listThere } from './list-there'
import { readContainer, refuse, setAside } from './read-container'
import type { TeamDesk } from './team-desk'

interface ListedSnapshot {
  readonly path: string
  readonly first: number
  readonly last: number
  readonly size: number
}

async function listSnapshots(desk: TeamDesk, writer: string): Step<readonly ListedSnapshot[]> {
  const listed = await listThere(desk, `${paths.snapshots}/${writer}`)
  if (!listed.ok) return carrierFailed(listed.error)
  const found = listed.value.flatMap(({ name, size }) => {
    const read = readSnapshotName(name)
    return read === null
      ? []
      : [{ ...read, size, path: snapshotPath(writer, read.first, read.last, read.tag) }]
  })
  return ok(found.sort((a, b) => a.first - b.first || b.last - a.last))
}

/** Takes many segments of a writer at once, as far as snapshots reach. [TF20] Answers how many changes came. */
export async function fetchSnapshots(desk: TeamDesk, roster: Roster, writer: string): Step<number> {
  const listed = await listSnapshots(desk, writer)
  if (!listed.ok) return listed
  let changes = 0
  for (const snapshot of listed.value) {
    if (snapshot.last <= (desk.folder.exchange.segments(writer).at(-1)?.segment ?? 0)) continue
    const came = await fetchSnapshot(desk, roster, writer, snapshot)
    if (!came.ok) return came
    changes += came.value
  }
  return ok(changes)
}

async function fetchSnapshot(
  desk: TeamDesk,
  roster: Roster,
  writer: string,
  { path, first, last, size }: ListedSnapshot,
): Step<number> {
  const opened = await readContainer(desk, path, { kind: 'snapshot', writer, first, last }, size)
  if (!opened.ok) return carrierFailed(opened.error)
  if (opened.value === null) return ok(0)
  const { key, body, place } = opened.value
  const signed = { writer, key, path, size, mint: place.mint ?? null }
  // Segments of a removed computer are refused by number, so the last one decides about the whole.
  if (!isAllowed(desk, roster, { ...signed, segment: last }, false)) return ok(0)
  const bodies = unpackSegments(body, last - first + 1)
  if (bodies === null) {
    refuse(desk, path, size, 'malformed', key)
    return ok(0)
  }
  let changes = 0
  for (const [i, segment] of bodies.entries()) {
    const taken = await takeBody(desk, { ...signed, segment: first + i, tag: null }, segment)
    if (!taken.ok) return taken
    changes += taken.value
    if (taken.value > 0) desk.memory.fetching.did()
  }
  const end = desk.folder.exchange.segments(writer).at(-1)
  // What it holds does not join yet, or parted: it is long, and read again when the history here is another.
  if ((end?.segment ?? 0) < last) setAside(desk, path, size, { on: 'history', end: end?.chain ?? '' })
  else desk.memory.aside.forget(path)
  return ok(changes)
}

/** Runs of a writer's published segments that are worth a snapshot: the same whenever they are worked out. [TF20] */
function snapshotRuns(
  segments: readonly LocalSegment[],
  sizes: SnapshotSizes,
): readonly (readonly LocalSegment[])[] {
  const runs: LocalSegment[][] = []
  let run: LocalSegment[] = []
  let bytes = 0
  for (const segment of segments) {
    const before = run.at(-1)
    const isNext = before === undefined || segment.segment === before.segment + 1
    const isFull = run.length >= sizes.most || bytes + segment.bytes > sizes.bytes
    if (!isNext || (isFull && run.length > 0)) {
      if (run.length >= sizes.least && isNext) runs.push(run)
      run = []
      bytes = 0
    }
    run.push(segment)
    bytes += segment.bytes
  }
  return runs
}

/** Puts the snapshots of an own writer that the team folder lacks; at most one in a pass. */
export async function publishSnapshot(
  desk: TeamDesk,
  writer: string,
  published: readonly LocalSegment[],
): Step<null> {
  const runs = snapshotRuns(published, desk.snapshots)
  if (runs.length === 0) return ok(null)
  const listed = await listSnapshots(desk, writer)
  if (!listed.ok) return listed
  const there = new Set(listed.value.map(({ path }) => path))
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) continue
    const path = snapshotPath(writer, first.segment, last.segment, segmentTag(desk, last.chain))
    if (there.has(path)) continue
    const bodies: Uint8Array[] = []
    for (const { segment } of run) {
      const bytes = await desk.folder.exchange.bytesOf(writer, segment)
      if (!bytes.ok) return ok(null)
      bodies.push(bytes.value)
    }
    const place = {
      kind: 'snapshot',
      writer,
      first: first.segment,
      last: last.segment,
      mint: mintOf(desk.pair.key, writer),
    } as const
    const put = await desk.carrier.putNew(
      path,
      await encodeContainer(place, packSegments(bodies), desk.sealing),
    )
    return put.ok || put.error.type === 'Taken' ? ok(null) : carrierFailed(put.error)
  }
  return ok(null)
}
