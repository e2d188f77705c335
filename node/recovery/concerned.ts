import { readCustomer } from '../../shared/customers/customer'
import type { Template } from '../../shared/forms/template'
import type { Concerned } from '../../shared/ipc/recovery'
import { recordInfo, survivorsAt, type EntityRef, type EntityState } from '../../shared/store'

/** A record, a customer … by the name that a person knows it by, as far as it can still be read. */
export function concerned(
  entity: EntityRef,
  state: EntityState | undefined,
  templates: ReadonlyMap<string, Template>,
): Concerned {
  if (state === undefined) return { entity, name: '', form: '' }
  switch (entity.kind) {
    case 'record':
      return {
        entity,
        name: recordInfo(state).number ?? '',
        form: templates.get(state.template?.hash ?? '')?.name ?? '',
      }
    case 'customer':
      return { entity, name: readCustomer(state).name, form: '' }
    case 'staff':
    case 'firm': {
      const name = survivorsAt(state, ['name'])[0]?.value
      return { entity, name: typeof name === 'string' ? name : '', form: '' }
    }
    default:
      // A kind of a newer program.
      return { entity, name: '', form: '' }
  }
}
