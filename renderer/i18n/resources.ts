import { zhCN } from './locales/zh-CN'

/** The language that is in the program from the beginning, and in which every text stands; others are read when they are chosen. */
export const resources = { 'zh-CN': zhCN } as const

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: typeof zhCN
  }
}
