import type { HelpText } from '../help-text'

export const recovery: HelpText = {
  title: '数据检查与恢复',
  about: '数据有损坏时来这里：哪些完好、哪些不完好、做了什么，读得出来的都能导出。',
  steps: [
    '先做一次检查；只读，不改动任何内容。',
    '有问题的，看下面写着该怎么办：多半是从最近的备份恢复。',
    '急着要用的，先把读得出来的导出成文件。',
  ],
  marks: [],
  questions: [['检查会弄坏数据吗？', '不会。只读，可以随时停下。']],
}
