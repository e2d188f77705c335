import type { WorkingCopy } from '../db'

/** Whether a check beside the work found damage that could not be mended then: the next start checks before the window is used. */
export interface DamageMark {
  readonly isSet: () => boolean
  readonly note: (verdict: Awaited<WorkingCopy['checked']>) => void
}

export function damageMark(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  folderId: string,
): DamageMark {
  const key = `zhike-damaged-${folderId}`
  return {
    isSet: () => storage.getItem(key) !== null,
    note: (verdict) => {
      if (verdict === 'damaged') storage.setItem(key, '1')
      else storage.removeItem(key)
    },
  }
}
