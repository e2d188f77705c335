export { attachmentsNamedBy as attachmentsIn } from '../../store'
