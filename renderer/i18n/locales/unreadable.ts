/** Said when the program's own code cannot be read, and with it the texts: in both languages at once. */
export const unreadable = {
  'zh-CN':
    '知客的程序文件读不出来。已保存的单据都在数据目录里，没有丢失；正在填写的存在草稿里。请关闭知客再打开；还是这样，请重新安装知客。',
  en: 'Zhike cannot read its own program files. Everything that was saved is in the data folder, and what was being filled in is in its draft. Please close Zhike and open it again; if that does not help, install it again.',
} as const
