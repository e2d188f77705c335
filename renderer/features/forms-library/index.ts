export { FormsPage } from './FormsPage'
export { FormTile } from './FormTile'
export { useLetterhead } from './use-letterhead'
