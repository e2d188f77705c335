export { AutoBackup } from './auto-backup'
export { useSafetyNews, type SafetyNews } from './use-safety-news'
