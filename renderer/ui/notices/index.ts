export { NoticeArea, useNotices } from './NoticeArea'
