export { NoticeArea, useNotices } from './notice-area'
