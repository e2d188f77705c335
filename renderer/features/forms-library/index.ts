export { FormsPage } from './forms-page'
export { useCurrentForms } from './current-forms'
export { FormTile } from './form-tile'
export { useKnownLetterhead, useLetterhead } from './use-letterhead'
