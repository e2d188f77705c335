/** Words that form labels are made of: a label is broken between them, never inside. Data; add freely. */
const WORDS = `
客户 顾客 公司 工厂 企业 单位 部门 个人 法人 自然人 本公司 经销商 供应商 代理商 分公司
客户服务部 客服 专员 主管 经理 总经理 人员 人 员工 主任 财务部 销售部 负责人 联系人 经办人 填表人 填写人 审核人 审批人 记录人 报告人 申请人 受理人 面谈者 同行者 法定代表人 股东 代表
姓名 名称 简称 全称 编号 编码 代码 序号 号码 证号 身份证 营业执照 统一社会信用代码 税号 注册 登记 信用 资料 信息 档案 卡号
电话 手机 传真 邮箱 邮编 电子邮件 网址 地址 住址 住所 方式 联系 联络 通讯 微信 座机 所在地 区域 地区 位置 网点
日期 时间 年度 月份 期限 期间 本月 本年 当日 上月 累计 次数 起止 起始 截止 年龄 性别 民族 学历 婚姻 状况 职务 职业 职位 爱好 生日
类型 类别 种类 级别 等级 分类 分级 规模 性质 行业 业种 业态 来源 渠道 经营 主营 业务 范围 方针 特点 优势 能力 实力
产品 商品 货物 品名 品种 规格 型号 数量 单价 价格 金额 合计 小计 总额 总计 费用 成本 预算 利润 利润率 毛利 销售 销售额 销售量 购买 采购 购货 退货 换货 退换货 交货 发货 订单 合同 包装 设计 质量 品质 故障 维修 保修 安装 调试 使用 生产 配件
投诉 受理 处理 办理 承诺 缘由 原因 理由 要求 需求 请求 责任 责任人 调查 追踪 跟踪 反馈 回访 拜访 访问 走访 接待 招待 呼入 呼出 来电 来访 来信 应对 策略 对策 措施 改善 改进 预防 赔偿 补偿 损失 结果 结论 方案 经过 过程 情况 说明 概要 摘要 描述 问题 内容 事项 事宜 目的 目标 计划 实际 支出 支出额 收入 收支 面积 现金 支票 汇票 实施 执行 完成 进度 预定 备注 附件 其他
服务 售后 态度 流程 效率 技能 素质 综合 工作 满意 满意度 评价 评估 评定 评分 评核 考核 指标 标准 权重 得分 分数 意见 建议 改进 出现 表现 水平 技术 质量
比例 比率 增长 增长率 成长率 占有率 占 所占 以上 以下 平均 最高 最低 前次 本次 首次 初次 再次 第一次 交易 付款 收款 结算 开户 银行 账户 账号 户名 资本 资金 资产 负债 额度 授信 信用度 欠款 货款 应收 已收 未收
编制 制表 填写 填报 审核 审批 审查 批准 批示 复核 签字 签名 盖章 印章 申请 报告 意见栏 基本 主要 重要 重点 具体 特殊 一般 有关 相关 是否 是 否 有 无 何种 哪些 与 和 及 或 的 后的 之间
`

const words = new Set(WORDS.split(/\s+/).filter((word) => word !== ''))
const longest = Math.max(...[...words].map((word) => word.length))

/** UTF-16 offsets inside known words (longest match from the left): not to be broken at. */
export const insideWords = (text: string): ReadonlySet<number> => insideShorter(text, Infinity)

/** The same for words of at most `most` characters: longer ones are compounds that may be broken if need be. */
export function insideShorter(text: string, most: number): ReadonlySet<number> {
  const inside = new Set<number>()
  for (let at = 0; at < text.length;) {
    let length = Math.min(longest, text.length - at)
    while (length > 1 && !words.has(text.slice(at, at + length))) length--
    for (let i = 1; i < length && length <= most; i++) inside.add(at + i)
    at += length
  }
  return inside
}

/** Whether a known word ends at `at` (or begins there): a place where people would break. */
export function isWordEdge(text: string, at: number): boolean {
  for (let length = 2; length <= longest; length++) {
    if (words.has(text.slice(at, at + length)) || words.has(text.slice(Math.max(0, at - length), at)))
      return true
  }
  return false
}
