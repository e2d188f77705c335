/** UTF-8 or, as older programs write it, GBK. A character that was cut in half at the end is no sign of either. */
export function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.slice(0, -1).includes('\ufffd') ? new TextDecoder('gbk').decode(bytes) : text
}
