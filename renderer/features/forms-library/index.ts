import { later } from '../../ui'

export { useCurrentForms } from './current-forms'
export { FormTile } from './form-tile'
export { useKnownLetterhead, useLetterhead } from './use-letterhead'

export const FormsPage = later(async () => (await import('./forms-page')).FormsPage)
