import { IDBFactory } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { wakeStorage } from '../../../../renderer/db/wake-storage'

const opened = (request: IDBOpenDBRequest) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('not opened'))
    }
  })
const ended = (request: IDBOpenDBRequest) =>
  new Promise<void>((resolve) => {
    request.onsuccess = () => {
      resolve()
    }
  })
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

it('makes nothing in a new profile, and stands in nobody’s way', async () => {
  const storage = new IDBFactory()
  const letGo = wakeStorage(storage)
  await settled()
  expect(await storage.databases()).toEqual([])
  letGo()
})

it('opens what is there, and lets it be deleted and upgraded meanwhile', async () => {
  const storage = new IDBFactory()
  for (const name of ['a', 'b']) (await opened(storage.open(name, 10))).close()
  wakeStorage(storage)
  await settled()
  await ended(storage.deleteDatabase('a'))
  const upgraded = await opened(storage.open('b', 20))
  expect(upgraded.version).toBe(20)
  upgraded.close()
})

it('fails silently where the storage does not answer', async () => {
  const storage = { databases: () => Promise.reject(new Error('broken')) } as unknown as IDBFactory
  const letGo = wakeStorage(storage)
  await settled()
  expect(letGo).not.toThrow()
})
