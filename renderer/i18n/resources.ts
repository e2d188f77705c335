import { en } from './locales/en'
import { zhCN } from './locales/zh-CN'

export const resources = { 'zh-CN': zhCN, en } as const

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: typeof zhCN
  }
}
