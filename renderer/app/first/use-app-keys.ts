import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useNotices } from '../../ui/notices'
import { goBack } from './go-back'

/** Alt and a digit lead to a page. */
const pageKeys: Readonly<Record<string, string>> = {
  '1': '/',
  '2': '/forms',
  '3': '/records',
  '4': '/settings',
  '5': '/dues',
  '6': '/customers',
}

/** Keys that hold on every page. What a page, a form or a dialog has taken for itself is left alone. */
export function useAppKeys(onHelp: () => void): void {
  const [location, navigate] = useLocation()
  const notices = useNotices()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const page = event.altKey && !event.ctrlKey ? pageKeys[event.key] : undefined
      if (event.key === 'F1') onHelp()
      else if (page !== undefined) navigate(page)
      else if (event.key === 'F6') nextRegion(event.shiftKey ? -1 : 1)
      else if (event.key === 'Escape' && !inDialog()) {
        if (!notices.dismissTop()) {
          if (location === '/') return
          goBack(navigate)
        }
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [location, navigate, notices, onHelp])
}

function inDialog(): boolean {
  return document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null
}

/** F6: rail, bar, page, and round again; to the first thing there that takes the focus. */
function nextRegion(step: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(at + step + regions.length) % regions.length]
  const first = next?.querySelector<HTMLElement>('a, button, input, [tabindex="0"]')
  ;(first ?? next)?.focus()
}
