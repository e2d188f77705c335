import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormHead } from '../../../shared/forms'
import type { Hit } from './library'

/** What a form is and what its buttons do, in the words of the window. */
export interface FormWords {
  readonly kind: (head: FormHead) => string
  /** Size, how it lies, and the pages of a form that has several: A4 横 · 2 页. */
  readonly paper: (head: FormHead) => string
  /** Why it is among the hits, where name and code do not show it; empty otherwise. */
  readonly why: (hit: Hit) => string
  readonly tickNamed: (name: string) => string
  readonly starNamed: (name: string) => string
  readonly tickHint: string
  /** Of a form that is a favourite, and of one that is not. */
  readonly starHint: (favourite: boolean) => string
}

/** Stands for the name where a text is made once for all forms: working each out anew takes longer than drawing it. */
const NAME = '\u0001'

export function useFormWords(): FormWords {
  const { t } = useTranslation(['forms', 'common'])
  return useMemo(() => {
    const once = remembering()
    const named = (text: string) => (name: string) => text.replace(NAME, name)
    const hints = [t('favouriteHint'), t('unfavouriteHint')] as const
    return {
      kind: ({ kind }) => once(kind, () => t(`common:kind.${kind}`)),
      paper: ({ paper: { size, orientation }, pages }) =>
        once(`${size} ${orientation} ${pages}`, () => {
          const paper = t(`common:paper.${orientation}`, { size: t(`common:paper.size.${size}`) })
          return pages > 1 ? `${paper} · ${t('common:paper.pages', { count: pages })}` : paper
        }),
      why: ({ form, byModule, byLabel }) => {
        if (byLabel.length > 0) return t('why.label', { labels: byLabel.join(t('common:listSeparator')) })
        return byModule ? t('why.module', { module: form.head.module }) : ''
      },
      tickNamed: named(t('tickNamed', { name: NAME })),
      starNamed: named(t('favouriteNamed', { name: NAME })),
      tickHint: t('tickHint'),
      starHint: (favourite) => hints[favourite ? 1 : 0],
    }
  }, [t])
}

function remembering(): (key: string, make: () => string) => string {
  const made = new Map<string, string>()
  return (key, make) => {
    const text = made.get(key) ?? make()
    made.set(key, text)
    return text
  }
}
