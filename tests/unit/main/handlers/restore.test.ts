import { expect, it } from 'vitest'
import { restoreHandlers, type RestoreParts } from '../../../../main/handlers/restore'
import { oneTask } from '../../../../main/safety/one-task'

it('stops a restore without stopping a backup that goes on beside it, and the other way round', async () => {
  const tasks = { backup: oneTask(), restore: oneTask() }
  const signals: AbortSignal[] = []
  const desk = {
    look: (...[, , watch]: Parameters<RestoreParts['desk']['look']>) => signals.push(watch.signal),
  }
  const parts = { desk, tasks, send: () => undefined } as unknown as RestoreParts
  const handlers = restoreHandlers(parts)
  const backup = tasks.backup.begin()
  await handlers['restore:look']({ archive: '/a', passphrase: null })
  await handlers['restore:cancel']({ work: 'restore' })
  expect([backup.aborted, signals[0]?.aborted]).toEqual([false, true])
  await handlers['restore:look']({ archive: '/a', passphrase: null })
  await handlers['restore:cancel']({ work: 'backup' })
  expect([backup.aborted, signals[1]?.aborted]).toEqual([true, false])
})
