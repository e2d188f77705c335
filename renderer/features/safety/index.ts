export { AutoBackup } from './auto-backup'
export { useSafetyNews } from './use-safety-news'
