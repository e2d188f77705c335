/** Largest attachment in bytes. A photo has 3–8 MB, a scanned contract 20 MB; a film belongs elsewhere. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024

/** All attachments of one record together, in bytes. */
export const MOST_RECORD_BYTES = 200 * 1024 * 1024

/** Longest name of an attachment, in UTF-16 units. */
export const MOST_FILE_NAME = 200

/** How an attachment is shown inside the window; other: its name alone. */
export type FileLook = 'picture' | 'pdf' | 'text' | 'other'

interface FileType {
  readonly type: string
  readonly look: FileLook
}

const kind = (type: string, look: FileLook = 'other'): FileType => ({ type, look })

/**
 * The kinds of files that are known, by ending. Only these are handed to the system's program for them: anything else may
 * be a program or a script. Web pages and drawings with scripts (html, svg) are left out for that reason.
 */
const types: Readonly<Record<string, FileType>> = {
  png: kind('image/png', 'picture'),
  jpg: kind('image/jpeg', 'picture'),
  jpeg: kind('image/jpeg', 'picture'),
  gif: kind('image/gif', 'picture'),
  webp: kind('image/webp', 'picture'),
  bmp: kind('image/bmp', 'picture'),
  avif: kind('image/avif', 'picture'),
  tif: kind('image/tiff'),
  tiff: kind('image/tiff'),
  heic: kind('image/heic'),
  pdf: kind('application/pdf', 'pdf'),
  ofd: kind('application/ofd'),
  txt: kind('text/plain', 'text'),
  csv: kind('text/csv', 'text'),
  log: kind('text/plain', 'text'),
  md: kind('text/plain', 'text'),
  doc: kind('application/msword'),
  docx: kind('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  xls: kind('application/vnd.ms-excel'),
  xlsx: kind('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  ppt: kind('application/vnd.ms-powerpoint'),
  pptx: kind('application/vnd.openxmlformats-officedocument.presentationml.presentation'),
  wps: kind('application/wps-office.wps'),
  et: kind('application/wps-office.et'),
  dps: kind('application/wps-office.dps'),
  odt: kind('application/vnd.oasis.opendocument.text'),
  ods: kind('application/vnd.oasis.opendocument.spreadsheet'),
  rtf: kind('application/rtf'),
  zip: kind('application/zip'),
  rar: kind('application/vnd.rar'),
  '7z': kind('application/x-7z-compressed'),
  mp3: kind('audio/mpeg'),
  m4a: kind('audio/mp4'),
  wav: kind('audio/wav'),
  amr: kind('audio/amr'),
  mp4: kind('video/mp4'),
  mov: kind('video/quicktime'),
  avi: kind('video/x-msvideo'),
  eml: kind('message/rfc822'),
  msg: kind('application/vnd.ms-outlook'),
}

/** The ending of a file's name, lower case, without its dot; empty when there is none. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.')
  return at <= 0 ? '' : name.slice(at + 1).toLowerCase()
}

const known = (name: string): FileType | undefined => {
  const ending = endingOf(name)
  return Object.hasOwn(types, ending) ? types[ending] : undefined
}

/** MIME type by the name's ending; `application/octet-stream` for what is not known. */
export const typeOfName = (name: string): string => known(name)?.type ?? 'application/octet-stream'

export const lookOfName = (name: string): FileLook => known(name)?.look ?? 'other'

/** Whether the system's program may be asked to open it: known documents only, never a program or a script. */
export const isOpenable = (name: string): boolean => known(name) !== undefined

/** A name as it is kept: without folders, without characters that are not shown, and not longer than it may be. */
export function plainFileName(name: string): string {
  const last = name.replace(/^.*[\\/]/, '')
  const shown = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  if (shown.length <= MOST_FILE_NAME) return shown
  const ending = endingOf(shown)
  const tail = ending === '' || ending.length > 20 ? '' : `.${shown.slice(-ending.length)}`
  return (
    Array.from(shown.slice(0, MOST_FILE_NAME - tail.length))
      .filter(isWhole)
      .join('') + tail
  )
}

/** Not half of a pair of surrogates. */
const isWhole = (character: string): boolean => !/^[\ud800-\udfff]$/.test(character)
