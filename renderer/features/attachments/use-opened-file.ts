import { useEffect, useState } from 'react'
import { assertNever } from '../../../shared/kernel/assert-never'
import { lookOfName } from '../../../shared/store/file-types'
import type { RecordAttachment } from '../../db'
import { useServices } from '../../stores'
import { textOf } from './text-of'
import { openPdf, type PdfView } from '../print-preview'

/** What is shown of an attachment. */
export type OpenedFile =
  | { readonly file: 'loading' | 'missing' | 'damaged' | 'broken' | 'none' }
  | { readonly file: 'picture'; readonly address: string; readonly width: number; readonly height: number }
  | { readonly file: 'pdf'; readonly view: PdfView }
  | { readonly file: 'text'; readonly text: string; readonly cut: boolean }

/** Longest text that is shown, in bytes: more would make the window slow. */
const MOST_TEXT = 512 * 1024

const loading: OpenedFile = { file: 'loading' }

/** Reads an attachment for showing; what was opened before is let go. */
export function useOpenedFile({ hash, name }: RecordAttachment): OpenedFile {
  const { bridge } = useServices()
  const [opened, setOpened] = useState<{ readonly of: string; readonly what: OpenedFile } | null>(null)
  const of = `${hash} ${name}`
  useEffect(() => {
    let current = true
    let made: OpenedFile = loading
    const open = async (): Promise<OpenedFile> => {
      if (lookOfName(name) === 'other') {
        const missing = await bridge.call('attachment:missing', { hashes: [hash] })
        return { file: missing.ok && missing.value.length > 0 ? 'missing' : 'none' }
      }
      const bytes = await bridge.call('attachment:read', { hash })
      if (bytes.ok) return openBytes(name, bytes.value)
      return { file: bytes.error.type === 'AttachmentDamaged' ? 'damaged' : 'missing' }
    }
    const show = (what: OpenedFile) => {
      made = what
      if (current) setOpened({ of, what })
      else letGo(what)
    }
    open().then(show, () => {
      show({ file: 'broken' })
    })
    return () => {
      current = false
      letGo(made)
    }
  }, [bridge, hash, name, of])
  return opened?.of === of ? opened.what : loading
}

async function openBytes(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  const look = lookOfName(name)
  switch (look) {
    case 'picture': {
      const blob = new Blob([bytes.slice()])
      const bitmap = await createImageBitmap(blob)
      const { width, height } = bitmap
      bitmap.close()
      return { file: 'picture', address: URL.createObjectURL(blob), width, height }
    }
    case 'pdf':
      return { file: 'pdf', view: await openPdf(bytes, 'others') }
    case 'text':
      return { file: 'text', text: textOf(bytes.subarray(0, MOST_TEXT)), cut: bytes.length > MOST_TEXT }
    case 'other':
      return { file: 'none' }
    default:
      return assertNever(look)
  }
}

function letGo(opened: OpenedFile): void {
  if (opened.file === 'picture') URL.revokeObjectURL(opened.address)
  if (opened.file === 'pdf') opened.view.close()
}
