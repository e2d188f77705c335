import type { HelpText } from '../help-text'

export const arrived: HelpText = {
  title: '同事的新变更',
  about: '自您上次看过以后，同事在别的电脑上改了什么。',
  steps: ['按 Enter 打开看一看。', '看完点“标为已看”，下次只列新的。'],
  marks: [],
  questions: [
    ['别人看过会影响我吗？', '不会，各人看到哪里分开记。'],
    ['更早的在哪里查？', '在“操作记录”里，可以按人、日期和表单筛选。'],
  ],
}
