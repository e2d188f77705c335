import { z } from 'zod'
import { MOST_FILE_BYTES, MOST_FILE_NAME, MOST_RECORD_BYTES } from '../store/file-types'
import type { AttachmentCalls } from './attachments'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const fileName = z.string().min(1).max(MOST_FILE_NAME)
const stored = z.strictObject({ hash, name: fileName })

/** What comes with the calls about attachments. */
export const attachmentInputs: {
  readonly [N in keyof AttachmentCalls]: z.ZodType<AttachmentCalls[N]['in']>
} = {
  'attachment:choose': z.strictObject({ room: z.int().min(0).max(MOST_RECORD_BYTES) }),
  'attachment:keep': z.strictObject({
    name: fileName,
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_FILE_BYTES),
  }),
  'attachment:read': z.strictObject({ hash }),
  'attachment:missing': z.strictObject({ hashes: z.array(hash).max(10_000) }),
  'attachment:open': stored,
  'attachment:save': stored,
  'attachment:total': z.null(),
}
