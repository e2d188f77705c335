/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** Longest name in UTF-16 units; leaves room for the folder in Windows' 260. */
const MAX_LENGTH = 120
/** Longest name in bytes of UTF-8; leaves room for a number and the extension in the 255 of Linux and macOS. */
const MAX_BYTES = 240

/** A file name that every system takes, made of what the window suggests; the extension (without dot) is added once. */
export function safeFileName(suggested: string, extension: string): string {
  const plain = suggested
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
    .replace(/^[. ]+|[. ]+$/g, '')
  const name = cut(plain).trimEnd()
  if (name === '') return `知客.${extension}`
  return `${reserved.test(name) ? '_' : ''}${name}.${extension}`
}

/** The beginning of a text, as many whole characters as a name may have. */
function cut(text: string): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += utf8Length(character)
    if (kept.length + character.length > MAX_LENGTH || bytes > MAX_BYTES) break
    kept += character
  }
  return kept
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
