import { catalogue } from '../../shared/catalogue'
import type { Field } from '../../shared/forms/field'
import type { CliContext } from '../context'

/** `forms [--json]`: what the catalogue holds. */
export function formsCommand(json: boolean, context: CliContext): void {
  if (!json) {
    for (const { template } of catalogue) {
      context.write(`${template.code}\t${template.name}\t${template.module}\t${template.kind}\n`)
    }
    return
  }
  const forms = catalogue.map(({ template, hash }) => ({
    code: template.code,
    name: template.name,
    title: template.title,
    module: template.module,
    kind: template.kind,
    version: template.version,
    paper: template.paper,
    pages: template.pages,
    hash,
    fields: template.fields.map(describeField),
  }))
  context.write(`${JSON.stringify(forms, null, 2)}\n`)
}

interface FieldDescription {
  readonly key: string
  readonly label: string
  readonly type: string
  readonly required: boolean
  readonly max: number
  readonly meaning: string | null
  readonly options?: readonly string[]
  readonly items?: readonly string[]
  readonly columns?: readonly FieldDescription[]
  readonly expression?: string
}

function describeField(field: Field): FieldDescription {
  const { type } = field
  return {
    key: field.key,
    label: field.label,
    type: type.type,
    required: field.required,
    max: field.max,
    meaning: field.meaning ?? null,
    ...('options' in type ? { options: type.options } : {}),
    ...('scale' in type && typeof type.scale === 'object' ? { options: type.scale } : {}),
    ...('items' in type ? { items: type.items } : {}),
    ...('columns' in type ? { columns: type.columns.map(describeField) } : {}),
    ...('expression' in type ? { expression: type.expression } : {}),
  }
}
