import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { vi } from 'vitest'
import { Dexie } from 'dexie'
import type { Template } from '../../../../shared/forms/template'
import type { FormValues } from '../../../../shared/forms/values'
import { uuidv7 } from '../../../../shared/kernel/ids'
import { entryByCode, type CatalogueEntry } from '../../../../shared/catalogue'
import {
  openWorkingCopy,
  type OpenOptions,
  type OpenedWorkingCopy,
  type RecordWrite,
} from '../../../../renderer/db'
import { WorkingDb, workingName, type ChangeRow } from '../../../../renderer/db/schema'
import {
  folderBridge,
  handClock,
  seededRandom,
  type FolderBridge,
  type HandClock,
} from '../../../support/folder-bridge'

/** A data folder, a browser storage and what a program's start needs. */
export interface Office {
  readonly clock: HandClock
  readonly folder: FolderBridge
  readonly random: (length: number) => Uint8Array
  readonly entry: CatalogueEntry
  readonly template: Template
  readonly open: (options?: Partial<OpenOptions>) => Promise<OpenedWorkingCopy>
  /** Opens the data folder anew, then the working copy: what the next start of the program finds. */
  readonly restart: (options?: Partial<OpenOptions>) => Promise<OpenedWorkingCopy>
  readonly newRecord: (values: FormValues, act?: RecordWrite['act']) => RecordWrite
  /** Closes everything, as the end of the program does; the browser's storage stays. */
  readonly close: () => Promise<void>
}

export async function makeOffice(seed = 1): Promise<Office> {
  Dexie.dependencies.indexedDB = new IDBFactory()
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
  const clock = handClock()
  const random = seededRandom(seed)
  const folder = await folderBridge(clock, random)
  const entry = entryByCode('KHTS-BD-001')
  if (!entry) throw new Error('KHTS-BD-001 is missing')
  const { template, hash } = entry
  const open: Office['open'] = async (options = {}) => {
    const opened = await openWorkingCopy(folder.bridge, folder.start(), {
      clock,
      random,
      catalogue: [entry],
      ...options,
    })
    if (!opened.ok) throw new Error(JSON.stringify(opened.error))
    return opened.value
  }
  return {
    clock,
    folder,
    random,
    entry,
    template,
    open,
    restart: async (options) => {
      await folder.reopen()
      return open(options)
    },
    newRecord: (values, act = { act: 'save' }) => ({
      id: uuidv7(clock, random),
      template,
      templateHash: hash,
      base: { fields: {}, matrices: {}, rows: {} },
      values,
      seen: {},
      act,
    }),
    close: () => folder.close(),
  }
}

/** Values of a complaint by its customer's name. */
export const complaintOf = (customer: string, reason = '示例缘由'): FormValues => ({
  fields: { on: '2026-11-21', customer: { name: customer }, reason },
  matrices: {},
  rows: {},
})

/** IndexedDB as it is when its files cannot be read: every opening fails, or only that of one database. */
export function breakStorage(onOpen: () => void, only?: string): void {
  Dexie.dependencies.indexedDB = new Proxy(Dexie.dependencies.indexedDB, {
    get: (target, key) => {
      if (key === 'open' || key === 'deleteDatabase') {
        return (name: string, ...rest: readonly unknown[]) => {
          if (only !== undefined && name !== only) return target[key](name, ...(rest as []))
          onOpen()
          throw new DOMException('Internal error opening backing store', 'UnknownError')
        }
      }
      const member: unknown = Reflect.get(target, key)
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
  })
}

/** Reading many changes at once fails, and of single ones those whose key is spoilt. Answers the way to end it. */
export function spoilReading(isSpoilt: (key: unknown) => boolean): () => void {
  const fail = () => {
    throw new DOMException('Internal error', 'UnknownError')
  }
  const { getAll, get } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype)
  const many = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
    this: IDBObjectStore,
    ...query
  ) {
    return this.name === 'changes' ? fail() : (getAll.value?.apply(this, query) ?? fail())
  })
  const one = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
    this: IDBObjectStore,
    key,
  ) {
    return isSpoilt(key) ? fail() : (get.value?.call(this, key) ?? fail())
  })
  return () => {
    many.mockRestore()
    one.mockRestore()
  }
}

export const dbName = (office: Office) => workingName(office.folder.start().folder.id)

/** Does something with the tables themselves. */
export async function inTables<T>(office: Office, work: (db: WorkingDb) => Promise<T>): Promise<T> {
  const db = new WorkingDb(dbName(office))
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

export async function writeComplaints(
  office: Office,
  opened: OpenedWorkingCopy,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    office.clock.advance(1000)
    const written = await opened.workingCopy.records.write(
      office.newRecord(complaintOf(name), { act: 'submit' }),
    )
    if (!written.ok) throw new Error(JSON.stringify(written.error))
  }
}

export async function customersOf({ workingCopy }: OpenedWorkingCopy): Promise<readonly string[]> {
  const ids = await workingCopy.lists.recordIds({}, 0, 100)
  return (await workingCopy.lists.recordRows(ids)).map((row) => row.customer)
}

/** Does something to the tables behind the program's back. */
export async function tamper(office: Office, work: (db: WorkingDb) => Promise<unknown>): Promise<void> {
  const db = new WorkingDb(dbName(office))
  await db.open()
  await work(db)
  db.close()
}

/** What a flipped bit does: the text is another, the name is the same. */
export function flipCustomer(row: ChangeRow): void {
  const text = JSON.stringify(row.stored).replace('示例', '示列')
  Object.assign(row, { stored: JSON.parse(text) as ChangeRow['stored'] })
}
