import { parseNumberRule, type NumberRule } from '../forms/number-rule'
import type { Path } from '../forms/field'
import type { Template } from '../forms/template'
import type { EntityState } from './entity-state'
import { survivorsAt } from './values-of'

/** Register of the firm: its own number rule of a form; null or none: that of the form. [ST38] */
export const numbersPath = (code: string): Path => ['numbers', code]

/**
 * The rules that a form's numbers are counted by. The first gives them: the firm's own, if it has one that can be read; the
 * other is the form's, by which earlier ones were given. None where the form has no serial field.
 */
export function serialRules(template: Template, firm: EntityState | null): readonly NumberRule[] {
  const printed = serialText(template)
  if (printed === undefined) return []
  const own = firm ? survivorsAt(firm, numbersPath(template.code))[0]?.value : null
  return [own, printed].flatMap((text) => {
    const rule = typeof text === 'string' ? parseNumberRule(text) : null
    return rule?.ok ? [rule.value] : []
  })
}

/** The rule of a form's serial field as the form has it; undefined when it has none. */
export function serialText(template: Template): string | undefined {
  for (const { type } of template.fields) if (type.type === 'serial') return type.rule
  return undefined
}
