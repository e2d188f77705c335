import type { SourceFile } from '../../shared/import/cell'
import type { SourceRefusal } from '../../shared/import/refusal'
import { ok, type Result } from '../../shared/kernel/result'
import { collector } from './collect'
import type { ReadLimits } from './limits'
import { readSource } from './read-source'

/** Reads a file, or its bytes, in this very process: for files of one's own making. */
export async function readHere(
  source: string | Buffer,
  limits: ReadLimits,
): Promise<Result<SourceFile, SourceRefusal>> {
  const collected = collector()
  const read = await readSource({ source, limits, emit: collected.take })
  return read.ok ? ok(collected.file()) : read
}
