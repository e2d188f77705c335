export { withDerived, withoutDerived, type ComputeContext } from '../../shared/forms/values/derived'
