/** Reads `--data DIR` or `--data=DIR` out of a command line; the last one counts. */
export function dataArgument(argv: readonly string[]): string | undefined {
  let found: string | undefined
  argv.forEach((argument, i) => {
    if (argument.startsWith('--data=')) found = argument.slice('--data='.length)
    else if (argument === '--data') found = argv[i + 1]
  })
  return found === '' ? undefined : found
}

/** The same command line on another data folder: `path` null takes the argument out. */
export function withDataArgument(argv: readonly string[], path: string | null): readonly string[] {
  const rest = argv.filter((argument, i) => {
    const isValue = argv[i - 1] === '--data'
    return !isValue && argument !== '--data' && !argument.startsWith('--data=')
  })
  return path === null ? rest : [...rest, `--data=${path}`]
}
