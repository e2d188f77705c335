export { withDerived, withoutDerived } from '../../shared/forms/values/derived'
