import type { HelpText } from '../help-text'

export const audit: HelpText = {
  title: '操作记录',
  about: '谁在什么时候、在哪台电脑上改了什么，一条不少。',
  steps: ['按日期、人员、表单筛选，或打编号、客户的几个字。', '按 Enter 打开那张单据或客户。'],
  marks: [],
  questions: [
    ['能改这里的记录吗？', '不能，只能看和打印。'],
    ['为什么时间看着不对？', '时间按写下它的那台电脑的时钟。'],
  ],
}
