import { openDataFolder, type DataFolder } from '../store'
import type { FieldValue, FormValues, PersonRef } from '../../shared/forms/values'
import { emptyValues } from '../../shared/forms/values'
import { dotOf, makeEdits, type EntityRef, type Edit } from '../../shared/store'
import type { Result } from '../../shared/kernel/result'
import { heldFiles } from './held-files'
import { RecordDots } from './lives'
import { seededDice } from './random'

/** Writes changes through the product's own journal, each at the moment that it is said to be made. */
export class SeedJournal {
  readonly #dots = new Map<string, RecordDots>()
  changes = 0

  private constructor(
    readonly folder: DataFolder,
    private readonly clock: { ms: number },
  ) {}

  static async open(dir: string, seed: string, began: number, computer = 'seed'): Promise<SeedJournal> {
    const clock = { ms: began }
    const opened = await openDataFolder({
      path: dir,
      files: heldFiles(),
      clock: { now: () => clock.ms },
      random: seededDice(`${seed}/folder`).bytes,
      appVersion: '0.1.0',
      computer,
    })
    const folder = must(opened)
    if (!folder.created) throw new Error(`${dir} 不是空文件夹，没有写入任何内容；请换一个空的或新的文件夹`)
    return new SeedJournal(folder, clock)
  }

  /** Nothing to write: nothing is written. Dots are remembered while more changes of the entity are to come. */
  async write(
    at: number,
    entity: EntityRef,
    edits: readonly Edit[],
    more: { readonly person?: PersonRef; readonly template?: string; readonly remember?: boolean } = {},
  ): Promise<void> {
    if (edits.length === 0) return
    this.clock.ms = at
    const { person, template } = more
    const change = {
      entity,
      edits,
      ...(person ? { person } : {}),
      ...(template === undefined ? {} : { template }),
    }
    const [stored] = must(await this.folder.append([change]))
    this.changes += 1
    if (!stored || more.remember !== true) return
    const dots = this.#dots.get(entity.id) ?? new RecordDots()
    dots.take(edits, dotOf(stored))
    this.#dots.set(entity.id, dots)
  }

  /** A new entity that is never changed again, or whose dots are asked for. */
  create(at: number, entity: EntityRef, values: Partial<FormValues>, person?: PersonRef): Promise<void> {
    const registers = Object.entries(values.fields ?? {}).filter(([name]) => name.startsWith('@'))
    const fields = Object.entries(values.fields ?? {}).filter(([name]) => !name.startsWith('@'))
    const to = { ...emptyValues, ...values, fields: Object.fromEntries(fields) }
    const edits = makeEdits({
      state: null,
      seen: {},
      from: emptyValues,
      to,
      registers: Object.fromEntries(registers),
    })
    return this.write(at, entity, edits, { remember: true, ...(person ? { person } : {}) })
  }

  dotsOf(id: string): RecordDots {
    return this.#dots.get(id) ?? new RecordDots()
  }

  forget(id: string): void {
    this.#dots.delete(id)
  }

  /** A register of an entity gets another value. */
  set(id: string, path: readonly string[], value: FieldValue | null): Edit {
    return { op: 'set', path, value, over: this.dotsOf(id).under(path) }
  }
}

function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`写不进数据目录：${JSON.stringify(result.error)}`)
  return result.value
}
