import { emptyValues, type FormValues } from '../../shared/forms/values'
import type { Letterhead } from '../../shared/print/layout-input'
import { valuesOf, type EntityState } from '../../shared/store'
import { currentState, type Desk } from './journal'
import { textOf, writeEntity } from './staff'
import type { Firm, FirmRepository } from './types'

/** The firm's own settings are one entity with a fixed id. */
export const FIRM = { kind: 'firm', id: 'firm' } as const

export function firmRepository(desk: Desk): FirmRepository {
  const stateOf = () => currentState(desk, FIRM)
  const get = async (): Promise<Firm | undefined> => {
    const state = await stateOf()
    return state ? readFirm(state) : undefined
  }
  return {
    get,
    save: (firm, by) =>
      desk.inLine(async () => {
        const state = await stateOf()
        const from = state ? writeFirm(readFirm(state)) : emptyValues
        return writeEntity(desk, FIRM, state, from, writeFirm(firm), by)
      }),
    letterhead: async (): Promise<Letterhead> => {
      const firm = await get()
      return {
        firm: firm?.name ?? '',
        ...(firm?.department ? { department: firm.department } : {}),
        ...(firm?.logo ? { logo: firm.logo } : {}),
      }
    },
  }
}

function readFirm(state: EntityState): Firm {
  const { fields } = valuesOf(state).values
  const logo = {
    source: textOf(fields['logo']),
    width: Number(textOf(fields['logoWidth'])),
    height: Number(textOf(fields['logoHeight'])),
  }
  return {
    name: textOf(fields['name']),
    department: textOf(fields['department']),
    ...(logo.source !== '' && logo.width > 0 && logo.height > 0 ? { logo } : {}),
  }
}

function writeFirm({ name, department, logo }: Firm): FormValues {
  const fields = {
    name,
    department,
    ...(logo ? { logo: logo.source, logoWidth: String(logo.width), logoHeight: String(logo.height) } : {}),
  }
  return {
    ...emptyValues,
    fields: Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')),
  }
}
