import type { Mirror } from '../../mirror'
import type { editor as zh } from '../zh-CN/editor'

export const editor: Mirror<typeof zh> = {}
