export const finder = {
  label: '搜索表单和单据',
  placeholder: '搜索表单、单据、编号、拼音首字母…',
  key: 'Ctrl K',
  forms: '填写表单',
  records: '单据',
  fill: '填写',
  nothing: '没有找到“{{query}}”',
} as const
