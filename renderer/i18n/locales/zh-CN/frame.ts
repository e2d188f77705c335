export const frame = {
  rail: '页面',
  brand: '知客',
  workbench: '工作台',
  forms: '表单库',
  records: '单据',
  quickForms: '常用表单',
  other: '其他',
  audit: '操作记录',
  settings: '设置',
  about: '关于',
  keys: '快捷键',
  readOnly: '只读：可以查看和打印，不能修改',
  skip: '跳到内容',
  settingsNotKept: '这台电脑的设置现在有效，但没能存下来：{{reason}}',
  checkedRebuilt: '核对时发现工作副本有损坏，已由数据目录重建，单据都在。',
  checkedDamaged:
    '核对时发现工作副本有损坏，这次没能重建。数据目录里的数据完好；请关闭知客再打开，会自动重建。',
  broken: {
    title: '这一页出了差错',
    text: '已保存的单据不受影响，填写中的内容在草稿里。差错已记在这台电脑的日志里（{{reason}}）。',
    again: '重新打开窗口',
  },
} as const
