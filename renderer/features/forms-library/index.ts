export { FormsPage } from './forms-page'
export { FormTile } from './form-tile'
export { useLetterhead } from './use-letterhead'
