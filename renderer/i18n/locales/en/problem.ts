import type { Mirror } from '../../mirror'
import type { problem as zh } from '../zh-CN/problem'

export const problem: Mirror<typeof zh> = {}
