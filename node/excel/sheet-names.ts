/** Most UTF-16 units in a sheet's name. */
const MOST = 31

/** Excel refuses these in a sheet's name, and an apostrophe at its ends. */
const REFUSED = /[[\]:*?/\\\u0000-\u001f\u007f]/g

/**
 * Names that Excel takes for the sheets of one workbook: at most 31 characters, none of `[ ] : * ? / \`, and no two alike
 * (letters of either case are alike): further ones get ` (2)`, ` (3)` ….
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const base = cleaned(name)
    for (let place = 1; ; place++) {
      const tail = place === 1 ? '' : ` (${place})`
      const unique = `${shortened(base, MOST - tail.length)}${tail}`
      if (taken.has(unique.toLowerCase())) continue
      taken.add(unique.toLowerCase())
      return unique
    }
  })
}

function cleaned(name: string): string {
  const plain = name
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
  // Excel keeps this name for itself.
  return plain === '' ? '表单' : plain.toLowerCase() === 'history' ? `${plain}_` : plain
}

/** Never ends inside a character, nor in what is refused at an end. */
function shortened(name: string, most: number): string {
  let kept = ''
  for (const character of name) {
    if (kept.length + character.length > most) break
    kept += character
  }
  return kept.replace(/[' ]+$/, '')
}
