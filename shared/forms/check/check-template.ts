import type { Template } from '../template'
import { checkDrawing } from './drawing'
import { checkExpressions } from './expressions'
import { checkFields } from './fields'
import { checkGrid } from './grid'
import type { CheckProblem, Report } from './problem'

/** A hostile template must not make an endless list. */
const MOST = 100

/** Modules of the catalogue by the first part of a form's code. */
const MODULES: { readonly [prefix: string]: string } = {
  KHXX: '客户信息',
  KHZX: '客户资信',
  KHKF: '客户开发',
  KHGX: '客户关系',
  KHTS: '客户投诉',
  KHGL: '大客户（核心客户）',
  SHFW: '售后服务',
  HJZX: '呼叫中心',
  RYPX: '人员培训',
  BMGL: '客服部内部管理',
}

/** Looks a template over without laying it out; an empty list means that it may be used. */
export function checkTemplate(template: Template): readonly CheckProblem[] {
  const problems: CheckProblem[] = []
  const report: Report = (code, at, message) => {
    if (problems.length < MOST) problems.push({ code, at, message })
  }
  checkHead(template, report)
  checkFields(template, report)
  checkExpressions(template, report)
  for (const [i, block] of template.body.entries()) {
    if (block.block === 'grid') checkGrid(template, block, i, report)
  }
  checkDrawing(template, report)
  return problems
}

function checkHead(template: Template, report: Report): void {
  const { code, module, name, title, pages, body } = template
  const at = { in: 'head' } as const
  const prefix = /^([A-Z]{2,6})-BD-\d{3}$/.exec(code)?.[1]
  if (prefix === undefined) report('badCode', at, `表单编号“${code}”不合规则，应如 KHTS-BD-001`)
  else if (MODULES[prefix] !== undefined && MODULES[prefix] !== module) {
    report('unknownModule', at, `编号以 ${prefix} 开头的表单属于“${MODULES[prefix]}”，不是“${module}”`)
  }
  if (!Object.values(MODULES).includes(module)) {
    report('unknownModule', at, `不认识的模块“${module}”，应是${Object.values(MODULES).join('、')}之一`)
  }
  if (name.trim() === '' || title.trim() === '') report('emptyText', at, '表单名称和标题不能为空')
  const breaks = body.filter((block) => block.block === 'pageBreak').length
  if (pages < breaks + 1) report('badPages', at, `有 ${breaks} 处分页，pages 至少是 ${breaks + 1}`)
}
