import { useEffect, useState } from 'react'
import type { Bridge } from '../../../shared/ipc/contract'
import { lookOfName } from '../../../shared/store/file-types'
import type { RecordAttachment } from '../../db'
import { useServices } from '../../stores'
import { smallPicture } from './pictures'

/** Small pictures that are kept in the window's memory, about 15 KB each. */
const MOST_KEPT = 300

/** Addresses of small pictures by content; null: there is none to show. The oldest goes first. */
const kept = new Map<string, Promise<string | null>>()
let line: Promise<unknown> = Promise.resolve()

function thumbnailOf(bridge: Bridge, { hash, name }: RecordAttachment): Promise<string | null> {
  const there = kept.get(hash)
  if (there) return there
  // One after the other: large photos would fill the memory together.
  const made = line.then(async () => {
    const bytes = await bridge.call('attachment:read', { hash })
    const small = bytes.ok ? await smallPicture(lookOfName(name), bytes.value) : null
    return small ? URL.createObjectURL(new Blob([small.bytes.slice()], { type: 'image/jpeg' })) : null
  })
  const safe = made.catch(() => null)
  line = safe
  kept.set(hash, safe)
  for (const [oldest, address] of kept) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
    void address.then((url) => {
      if (url !== null) URL.revokeObjectURL(url)
    })
  }
  return safe
}

/** The address of a small picture; null until it is there, and for what has none. */
export function useThumbnail(file: RecordAttachment, isMissing: boolean): string | null {
  const { bridge } = useServices()
  const [shown, setShown] = useState<string | null>(null)
  const look = lookOfName(file.name)
  const wanted = !isMissing && (look === 'picture' || look === 'pdf')
  useEffect(() => {
    if (!wanted) return undefined
    let current = true
    void thumbnailOf(bridge, file).then((address) => {
      if (current) setShown(address)
    })
    return () => {
      current = false
    }
  }, [bridge, file, wanted])
  return wanted ? shown : null
}
