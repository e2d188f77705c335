import type { LocalSettings } from '../shared/ipc/contract'

/** What the shell itself says: menus, native dialogs. Everything inside the window is said by the window. */
const zh = {
  file: '文件',
  save: '保存',
  print: '打印…',
  quit: '退出',
  edit: '编辑',
  undo: '撤消',
  redo: '恢复',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
  search: '查找…',
  help: '帮助',
  about: '关于知客',
  savePdf: '保存为 PDF',
  pdfFiles: 'PDF 文件',
  makeBackup: '备份到',
  backupFiles: '备份文件',
  openBackup: '选择要恢复的备份文件',
  restoreInto: '选择一个空文件夹，备份将恢复到这里',
  chooseLogo: '选择单位标志（PNG 或 JPEG）',
  pictures: '图片',
  windowCrashed: '窗口意外关闭了',
  windowCrashedDetail: '已保存的内容都在数据目录里，正在输入的内容最多丢失一秒，重新打开后可以接着填写。',
  unresponsive: '窗口没有响应',
  unresponsiveDetail: '可以再等一会儿；重新打开时，已保存的内容都在，正在输入的内容最多丢失一秒。',
  reopen: '重新打开',
  wait: '再等等',
  programFailed: '程序出错了',
  programFailedDetail: (log: string) =>
    `已保存的内容都在数据目录里，没有丢失。请重新启动；出错的经过记在：\n${log}`,
  restart: '重新启动',
  cannotStart: '知客无法启动',
  profileNotWritable: (path: string) =>
    `不能在这里建立文件夹：\n${path}\n没有改动任何数据。请检查磁盘空间和权限后再启动。`,
}

export type Texts = typeof zh

const en: Texts = {
  file: 'File',
  save: 'Save',
  print: 'Print…',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  search: 'Find…',
  help: 'Help',
  about: 'About 知客',
  savePdf: 'Save as PDF',
  pdfFiles: 'PDF files',
  makeBackup: 'Back up to',
  backupFiles: 'Backup files',
  openBackup: 'Choose the backup to restore',
  restoreInto: 'Choose an empty folder to restore the backup into',
  chooseLogo: 'Choose the firm’s logo (PNG or JPEG)',
  pictures: 'Pictures',
  windowCrashed: 'The window closed unexpectedly',
  windowCrashedDetail:
    'Everything saved is in the data folder. At most a second of typing is lost; open the window again to go on.',
  unresponsive: 'The window does not respond',
  unresponsiveDetail:
    'You can wait a little longer. When it is opened again, everything saved is there and at most a second of typing is lost.',
  reopen: 'Open again',
  wait: 'Wait',
  programFailed: 'The program failed',
  programFailedDetail: (log) =>
    `Everything saved is in the data folder; nothing is lost. Please restart. What happened is written down in:\n${log}`,
  restart: 'Restart',
  cannotStart: '知客 cannot start',
  profileNotWritable: (path) =>
    `No folder can be made here:\n${path}\nNo data was changed. Check the disk’s space and permissions, then start again.`,
}

export const textsIn = (language: LocalSettings['language']): Texts => (language === 'en' ? en : zh)
