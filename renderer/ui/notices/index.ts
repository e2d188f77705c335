export { NoticeArea, useNotices } from './NoticeArea'
export { createNotices, type Notice, type Notices } from './notices-store'
