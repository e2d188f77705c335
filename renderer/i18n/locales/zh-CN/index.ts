import { common } from './common'
import { editor } from './editor'
import { failure } from './failure'
import { finding } from './finding'
import { problem } from './problem'

export const zhCN = { common, editor, failure, finding, problem } as const
