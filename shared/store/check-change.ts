import type { Json } from '../kernel/canonical-json'
import { err, ok, type Result } from '../kernel/result'
import type { NewChange } from './change'
import { isObject, readEdit } from './read-edit'

const KINDS = ['record', 'customer', 'staff', 'firm']
const ID = /^[0-9A-Za-z-]{1,64}$/
const MEMBERS = ['person', 'batch', 'entity', 'template', 'edits']

/** Deepest nesting of a payload. Values are flat; anything deeper is a mistake. */
const MAX_VALUE_DEPTH = 16

/**
 * Checks what the window asks to be written: a wrong local write fails loudly and nothing is written. The reason is for
 * a person: what is wrong and with which edit.
 */
export function checkNewChange(change: unknown): Result<NewChange, string> {
  if (!isObject(change)) return err('变更不是一个对象')
  const strange = Object.keys(change).find((name) => !MEMBERS.includes(name))
  if (strange !== undefined) return err(`变更里有不认识的项目 ${strange}`)
  const { entity, edits, person, batch, template } = change
  if (!isObject(entity) || typeof entity.kind !== 'string' || !KINDS.includes(entity.kind)) {
    return err('变更没有说明属于哪一类资料')
  }
  if (typeof entity.id !== 'string' || !ID.test(entity.id)) return err('变更没有说明属于哪一份资料')
  if (template !== undefined && (typeof template !== 'string' || !/^[0-9a-f]{64}$/.test(template))) {
    return err('模板的内容哈希不对')
  }
  if (batch !== undefined && (typeof batch !== 'string' || batch === '')) return err('批次编号不对')
  if (person !== undefined && (!isObject(person) || typeof person.name !== 'string')) return err('操作人不对')
  if (!Array.isArray(edits) || edits.length === 0) return err('变更里没有任何修改')
  const wrong = (edits as readonly Json[]).findIndex((edit) => readEdit(edit) === null)
  if (wrong !== -1) return err(`第 ${wrong + 1} 处修改的写法不对`)
  if (!isPlainJson(change, 0)) return err('变更里有不能保存的值')
  return ok(change as unknown as NewChange)
}

/** Whether a value survives being written as JSON and read again: no undefined, no NaN, nothing endless. */
function isPlainJson(value: unknown, depth: number): boolean {
  if (depth > MAX_VALUE_DEPTH) return false
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every((child) => isPlainJson(child, depth + 1))
  return isObject(value) && Object.values(value).every((child) => isPlainJson(child, depth + 1))
}
