/** Apart, so that the rules of breaking lines are read with the first picture of a form and not with the window. */
export { layoutForm } from '../../../shared/print'
