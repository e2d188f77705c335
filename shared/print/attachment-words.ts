/** What paper says of attachments: Chinese in every language of the window. */
export const attachmentWords = {
  title: '附件清单',
  missing: '文件不在此电脑上，未打印',
  broken: '文件打不开，未打印',
  separate: '不能随表打印，请另行打印',
  cut: (printed: number, count: number) => `共 ${count} 页，只打印了前 ${printed} 页`,
  page: (page: number, pages: number) => `第 ${page} 页 共 ${pages} 页`,
  why: (name: string, reason: string) => `${name}（${reason}）`,
} as const
