// What every JavaScript platform has beyond the language itself. Read only when shared/ is type-checked on its own:
// the other layers get the full types of their platform.

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}
