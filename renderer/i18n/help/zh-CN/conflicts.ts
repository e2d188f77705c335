import type { HelpText } from '../help-text'

export const conflicts: HelpText = {
  title: '冲突，待选定',
  about: '两个人分开改了同一格，两个值都留着，请人选一个。',
  steps: ['看清两个值各是谁、什么时候填的。', '选对的那个；都不对，另填一个。'],
  marks: [['编号相同', '两张单据得到了同一个编号，请决定怎么办']],
  questions: [
    ['没选的那个呢？', '留在历史里，随时能查。'],
    ['不选会怎样？', '单据照常能看能打印，只是还标着有冲突。'],
  ],
}
