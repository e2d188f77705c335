import {
  customersTarget,
  recordsTarget,
  targetColumns,
  usualKey,
  type ImportTarget,
  type Mapping,
} from '../../shared/import'
import { badInput } from '../context'
import type { FirmView } from './firm-view'

export interface TargetOptions {
  readonly customers?: true
  readonly form?: string
}

/** What a person means: customers, or a form in the version that is current. */
export function targetNamed(
  { customers, form }: TargetOptions,
  view: FirmView,
): { readonly target: ImportTarget; readonly hash?: string } {
  if ((customers === true) === (form !== undefined))
    throw badInput('请用 --customers 或 --form 指明是客户还是哪张表单')
  if (form === undefined) return { target: customersTarget }
  const current = view.current(form)
  if (!current) throw badInput(`没有代码为“${form}”的表单；用 forms 列出全部表单`)
  return { target: recordsTarget(current.template), hash: current.hash }
}

/**
 * The column by which entries are compared with what is there: as it is named, else customers by name and records by their
 * number, where the table says it.
 */
export function keyNamed(said: string | undefined, target: ImportTarget, mapping: Mapping): string | null {
  if (said === '-') return null
  const own = targetColumns(target).filter(({ inRows }) => !inRows)
  if (said !== undefined) {
    const named = own.find(({ key, head }) => key === said || head === said)
    if (!named) throw badInput(`没有字段“${said}”可以查重；有：${own.map(({ head }) => head).join('、')}`)
    return named.key
  }
  return usualKey(target, mapping)
}
