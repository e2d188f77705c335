import type { Handlers } from '../ipc/answer'

// Waits for node/store/backup.
export function backupHandlers(_parts: object): Pick<Handlers, 'backup:make' | 'backup:restore'> {
  return {
    'backup:make': () => ({ ok: true, value: { path: null, bytes: 0, files: 0 } }),
    'backup:restore': () => ({ ok: true, value: { path: null } }),
  }
}
