import { foldFolder, nodeFiles, type KeptTemplate } from '../../node/store'
import { computeFields, valuesToJson } from '../../shared/forms'
import type { Json } from '../../shared/kernel/canonical-json'
import { recordInfo, valuesOf, type EntityState, type Stamp } from '../../shared/store'
import { badInput, type CliContext } from '../context'
import { startFailureLine } from '../failure-lines'

/** `dump --data DIR`: every record as a line of JSON, oldest first; nothing is written, locked or waited for. */
export async function dumpCommand(folder: string, context: CliContext): Promise<void> {
  const folded = await foldFolder(nodeFiles(), folder)
  if (!folded.ok) throw badInput(startFailureLine(folded.error))
  const templates = new Map(folded.value.templates.map((kept) => [kept.hash, kept]))
  const records = folded.value.entities.filter(({ entity }) => entity.kind === 'record')
  for (const record of records) context.write(`${JSON.stringify(describeRecord(record, templates))}\n`)
}

function describeRecord(state: EntityState, templates: ReadonlyMap<string, KeptTemplate>): Json {
  const info = recordInfo(state)
  const { values, conflicts } = valuesOf(state)
  const template = info.template === null ? undefined : templates.get(info.template)?.template
  return {
    id: state.entity.id,
    form: template?.code ?? null,
    template: info.template,
    number: info.number,
    state: info.state,
    voidReason: info.voidReason,
    created: isoTime(info.created),
    changed: isoTime(info.changed),
    changedBy: info.changed?.person?.name ?? null,
    conflicts: Object.keys(conflicts),
    // Without its template a record is still whole: its raw values are shown.
    values: template
      ? valuesToJson(template, computeFields(template, values, { today: dayOf(info.created) }))
      : (values as unknown as Json),
  }
}

const isoTime = (stamp: Stamp | null): string | null =>
  stamp === null ? null : new Date(stamp.hlc.ms).toISOString()

const dayOf = (stamp: Stamp | null): string => (isoTime(stamp) ?? '1970-01-01').slice(0, 10)
