import { useTranslation } from 'react-i18next'
import type { SourceNote } from '../../../shared/import'
import type { ImportState } from './import-state'
import { NoteLine } from './note-line'

const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GBK', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' } as const

/** What a person should know of the file before it is taken over. */
export function SourceNotes({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation(['importing', 'common'])
  const { file, sheet, columns } = state
  const formulas = file?.sheets[sheet]?.formulas ?? 0
  const hidden = columns.filter((column) => column.hidden && column.to !== null).map(({ head }) => head)
  const said = (note: SourceNote) => {
    switch (note.note) {
      case 'externalLinks':
        return t('externalLinks', { files: note.files.join(t('common:listSeparator')) })
      case 'encoding':
        return t('encoding', { name: ENCODINGS[note.encoding] })
      case 'strangeBytes':
        return t('strangeBytes', { count: note.count })
      case 'openQuote':
        return t('openQuote', { line: note.line })
    }
  }
  return (
    <>
      {(file?.notes ?? []).map((note) => (
        <NoteLine key={note.note} tone={note.note === 'encoding' ? 'plain' : 'look'}>
          {said(note)}
        </NoteLine>
      ))}
      {formulas > 0 && <NoteLine>{t('formulas', { count: formulas })}</NoteLine>}
      {hidden.length > 0 && (
        <NoteLine tone="look">
          {t('hiddenColumns', { names: hidden.join(t('common:listSeparator')) })}
        </NoteLine>
      )}
    </>
  )
}
