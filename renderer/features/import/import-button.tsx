import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices, useWish } from '../../stores'
import { DropVeil } from '../../ui'
import { CUSTOMERS } from '../../../shared/search/list-row'
import { ImportDialog } from './import-dialog'

/** 导入, and tables that are dropped anywhere on the page. `code`: the form; `@customer`: customers; empty: the form is asked for. */
export function ImportButton({ code, label }: { readonly code: string; readonly label: string }) {
  const { t } = useTranslation('importing')
  const { workingCopy } = useServices()
  const [open, setOpen] = useState<{ readonly file: File | null } | null>(null)
  const [over, setOver] = useState(false)
  const paused = open !== null
  // The page that is left may hear the wish before its place changes: each import has its own.
  useWish(code === CUSTOMERS ? ['importCustomers'] : code === '' ? ['importRecords'] : [], () => {
    setOpen({ file: null })
  })

  const take = useEffectEvent((event: DragEvent) => {
    setOver(false)
    // A dialog that lies over the page has its own way with files.
    const isOfDialog = event.target instanceof Element && event.target.closest('.MuiModal-root') !== null
    const [file] = event.dataTransfer ? [...event.dataTransfer.files] : []
    if (!file || isOfDialog) return
    event.preventDefault()
    setOpen({ file })
  })
  useEffect(() => {
    if (paused || workingCopy.readOnly) return undefined
    const brings = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onDragOver = (event: DragEvent) => {
      const isOfDialog = event.target instanceof Element && event.target.closest('.MuiModal-root') !== null
      if (!brings(event) || isOfDialog) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (brings(event)) take(event)
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [paused, workingCopy])

  if (workingCopy.readOnly) return null
  return (
    <>
      <Button
        onClick={() => {
          setOpen({ file: null })
        }}
      >
        {label}
      </Button>
      {over && <DropVeil>{t('drop')}</DropVeil>}
      {open && (
        <ImportDialog
          code={code}
          file={open.file}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </>
  )
}
