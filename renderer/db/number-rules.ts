import { parseNumberRule } from '../../shared/forms/number-rule'
import { err, ok } from '../../shared/kernel/result'
import { survivorsAt, type Edit } from '../../shared/store'
import { FIRM } from './firm'
import { append, currentState, type Desk } from './journal'
import type { NumberRules } from './number-rules-types'
import { findNext } from './numbers'
import { numbersPath, serialText } from '../../shared/store/serial-rules'

/** The firm's own number rules, as its registers say. [ST38] */
export function numberRulesRepository(desk: Desk): NumberRules {
  const standing = async (code: string) => {
    const state = await currentState(desk, FIRM)
    return state ? survivorsAt(state, numbersPath(code)) : []
  }
  return {
    of: async (code) => {
      const survivors = await standing(code)
      const [shown] = survivors
      const rule = typeof shown?.value === 'string' ? shown.value : null
      return {
        rule,
        parted: new Set(survivors.map(({ value }) => value)).size > 1,
        ...(shown ? { at: shown.hlc.ms } : {}),
        ...(shown?.person ? { person: shown.person } : {}),
        seen: survivors.map(({ dot }) => dot),
      }
    },
    next: async (code, text) => {
      const rule = parseNumberRule(text)
      return rule.ok ? findNext(desk, code, rule.value) : null
    },
    choose: (template, rule, seen, by) =>
      desk.inLine(async () => {
        if (rule !== null && !parseNumberRule(rule).ok)
          return err({ type: 'BadChange', reason: `no number rule: ${rule}` } as const)
        const { code } = template
        // The form's own rule is nobody's: a later program's form takes its place.
        const value = rule === serialText(template) ? null : rule
        const [only, ...more] = await standing(code)
        if (more.length === 0 && (only?.value ?? null) === value) return ok({ viewed: true })
        const edit: Edit = { op: 'set', path: numbersPath(code), value, over: seen }
        const written = await append(desk, [{ entity: FIRM, edits: [edit], ...(by ? { person: by } : {}) }])
        return written.ok ? ok({ viewed: written.value.viewed }) : written
      }),
  }
}
