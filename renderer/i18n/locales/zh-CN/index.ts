import { common } from './common'
import { editor } from './editor'
import { failure } from './failure'
import { finding } from './finding'
import { preview } from './preview'
import { problem } from './problem'

export const zhCN = { common, editor, failure, finding, preview, problem } as const
