import { expect, it } from 'vitest'
import { leaveTraces, readTraces } from '../../../../node/backup/traces'
import { FaultyDisk } from '../../../support/faulty-files'
import { must } from '../../../support/store'

it('remembers both ways of a restore and a move beside each other, and takes nothing else for one', async () => {
  const disk = new FaultyDisk()
  const files = disk.port()
  const none = { restored: null, restoredInto: null, movedOn: null }
  expect(await readTraces(files, '/profile')).toEqual(none)
  const restoredInto = { after: '/firm/data-恢复', day: '2026-11-22' }
  must(await leaveTraces(files, '/profile', { restoredInto }))
  must(await leaveTraces(files, '/profile', { movedOn: '2026-11-23' }))
  expect(await readTraces(files, '/profile')).toEqual({ ...none, restoredInto, movedOn: '2026-11-23' })
  const [file = ''] = [...disk.files().keys()]
  disk.tamper(file, new TextEncoder().encode('{"restoredInto":{"after":1,"day":"x"},"movedOn":3}'))
  expect(await readTraces(files, '/profile')).toEqual(none)
})
