export const help = {
  label: '帮助：{{title}}',
  button: '帮助',
  close: '关闭',
  steps: '通常这样做',
  marks: '看到的意思是',
  questions: '常有人问',
  keys: '这一页的按键',
  allKeys: '全部按键',
  allKeysKey: '再按 F1',
} as const
