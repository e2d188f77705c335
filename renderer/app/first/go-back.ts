import { VisitedPlaces } from './visited-places'

const placeOf = (hash: string): string => hash.replace(/^#/, '') || '/'

const visited = new VisitedPlaces(placeOf(window.location.hash))
window.addEventListener('hashchange', () => {
  visited.note(placeOf(window.location.hash))
})

/**
 * To where one came from. By name and at once: the browser's own going back happens a moment later, and would undo
 * what was pressed meanwhile.
 */
export function goBack(navigate: (to: string) => void): void {
  navigate(visited.before)
}
