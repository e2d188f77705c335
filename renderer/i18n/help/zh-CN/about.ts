import type { HelpText } from '../help-text'

export const about: HelpText = {
  title: '关于',
  about: '程序的版本、字体和许可，出问题时把这里的版本告诉帮忙的人。',
  steps: ['程序不联网，所有数据都在这台电脑和您选的文件夹里。'],
  marks: [],
  questions: [['想试又怕弄坏？', '打开演示数据：一个示例单位，随便改，真正的数据碰不到。']],
}
