import { valuesToJson } from '../../shared/forms'
import type { CliContext } from '../context'
import { sampleNamed } from '../input'

/** `sample CODE`: a filled record as JSON, in the format that `pdf --data` reads. */
export function sampleCommand(code: string, context: CliContext): void {
  const { template, sample } = sampleNamed(code)
  context.write(`${JSON.stringify(valuesToJson(template, sample), null, 2)}\n`)
}
