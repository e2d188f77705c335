import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenedWorkingCopy } from '../../../../renderer/db'
import { catchUp } from '../../../../renderer/db/journal'
import { rememberLately } from '../../../../renderer/db/lately'
import { makeDesk } from '../../../../renderer/db/make-desk'
import { WorkingDb } from '../../../../renderer/db/schema'
import type { TemplateShelf } from '../../../../renderer/db/templates'
import { makeOffice, type Office, writeComplaints } from './support'

let office: Office
let opened: OpenedWorkingCopy
let db: WorkingDb

beforeEach(async () => {
  office = await makeOffice()
  opened = await office.open()
  await writeComplaints(office, opened, ['示例甲公司'])
  db = new WorkingDb('other')
  await db.open()
})

afterEach(async () => {
  db.close()
  opened.workingCopy.close()
  await office.close()
})

describe('catching up', () => {
  it.each([
    ['a long run', 600, 1],
    ['a few changes, which are applied in the window', 0, 0],
  ])('has the lists read anew when what applies %s breaks down', async (_, more, times) => {
    const close = vi.fn()
    const readAnew = vi.fn()
    const { ends } = office.folder.start()
    const desk = {
      db,
      bridge: office.folder.bridge,
      templates: () => {
        throw new Error('broke down')
      },
      keptTemplates: () => [],
      openApplier: () => ({ take: () => Promise.reject(new Error('broke down')), close }),
      onLines: [{ put: () => undefined, openWay: () => null, handed: () => undefined, readAnew }],
      lately: rememberLately(),
    }
    const further = ends.map((end) => ({ ...end, seq: end.seq + more }))
    await expect(catchUp(desk, further)).rejects.toThrow('broke down')
    expect(readAnew).toHaveBeenCalledTimes(times)
    expect(close).toHaveBeenCalledTimes(times)
  })
})

describe('a desk', () => {
  it('ends the appliers that are at work, and no other', () => {
    const closed: string[] = []
    const applier = ({ database }: { readonly database: string }) => ({
      take: () => Promise.reject(new Error('not asked')),
      close: () => void closed.push(database),
    })
    const options = { clock: office.clock, random: office.random, applier }
    const { openApplier, endAppliers } = makeDesk(office.folder.bridge, options, {} as TemplateShelf, db)
    const open = (database: string) => openApplier({ database } as Parameters<typeof openApplier>[0])
    open('one').close()
    open('two')
    expect(closed).toEqual(['one'])
    endAppliers()
    endAppliers()
    expect(closed).toEqual(['one', 'two'])
  })
})
