export { FormsPage } from './forms-page'
export { FormTile } from './form-tile'
export { useKnownLetterhead, useLetterhead } from './use-letterhead'
