import { withDataArgument } from '../start/arguments'

/** `--demo`: the demo data, made if they are not there; `--demo=anew`: made again. */
const DEMO = '--demo'
/** The data folder that was given to the program which opened the demo data, so that there is a way back to it. */
const FROM = '--demo-from='

export type DemoWish = 'open' | 'anew'

export function demoArgument(argv: readonly string[]): DemoWish | null {
  if (argv.includes(`${DEMO}=anew`)) return 'anew'
  return argv.includes(DEMO) ? 'open' : null
}

const withoutDemo = (argv: readonly string[]): readonly string[] =>
  argv.filter((argument) => !argument.startsWith(DEMO))

/** The command line of this program for the demo data. `from`: the data folder that was given on it. */
export function argumentsForDemo(
  argv: readonly string[],
  wish: DemoWish,
  from: string | null,
): readonly string[] {
  const rest = withDataArgument(withoutDemo(argv), null)
  const origin = argv.find((argument) => argument.startsWith(FROM)) ?? (from === null ? null : FROM + from)
  return [...rest, wish === 'anew' ? `${DEMO}=anew` : DEMO, ...(origin === null ? [] : [origin])]
}

/** The command line of the program that opened the demo data. */
export function argumentsBack(argv: readonly string[]): readonly string[] {
  const from = argv.find((argument) => argument.startsWith(FROM))?.slice(FROM.length)
  return withDataArgument(withoutDemo(argv), from ?? null)
}
