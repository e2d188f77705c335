import type { HelpText } from '../help-text'

export const voided: HelpText = {
  title: '已作废的单据',
  about: '作废的单据都留在这里，写着原因、谁、什么时候。',
  steps: ['按 Enter 打开看内容和历史。', '作废错了，可以恢复，原来的编号也回来。'],
  marks: [['作废', '编号不再使用，打印时带“作废”字样']],
  questions: [['能彻底删掉吗？', '不能。编号连续、来去可查，单据不会消失。']],
}
