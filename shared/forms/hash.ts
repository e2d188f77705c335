import { canonicalJson, type Json } from '../kernel/canonical-json'
import { toHex } from '../kernel/bytes'
import { sha256 } from '../kernel/sha256'
import type { Template } from './template'

/** SHA-256 over the canonical JSON (UTF-8), 64 hex digits: names a template's content for ever. */
export function templateHash(template: Template): string {
  // A template is plain JSON; its interfaces lack only the index signature that Json asks for.
  const json = canonicalJson(template as unknown as Json)
  return toHex(sha256(new TextEncoder().encode(json)))
}
