/** Syllables and phrases that invented names and texts are put together from. */
export const SURNAMES = Array.from(
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏程吕丁沈任姚卢姜崔钟谭陆范汪廖石金贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严单解仇查盖区',
)
export const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲文斌宇浩凯欣怡佳琪晨曦瑞雪梅兰竹菊志远思雨嘉乐天朗子涵俊峰海波建国新民国庆长朝行重',
)
export const DOUBLE_SURNAMES = ['欧阳', '上官', '司马', '诸葛', '尉迟', '单于']
export const PLACES = [
  { region: '重庆', code: '023', districts: ['渝北区', '江北区', '沙坪坝区', '南岸区'], postcode: '400' },
  { region: '成都', code: '028', districts: ['武侯区', '锦江区', '青羊区'], postcode: '610' },
  { region: '西安', code: '029', districts: ['雁塔区', '碑林区'], postcode: '710' },
  { region: '长沙', code: '0731', districts: ['岳麓区', '雨花区'], postcode: '410' },
  { region: '武汉', code: '027', districts: ['江汉区', '武昌区', '洪山区'], postcode: '430' },
  { region: '杭州', code: '0571', districts: ['余杭区', '滨江区'], postcode: '310' },
  { region: '苏州', code: '0512', districts: ['吴中区', '相城区'], postcode: '215' },
  { region: '厦门', code: '0592', districts: ['思明区', '集美区'], postcode: '361' },
  { region: '六安', code: '0564', districts: ['金安区', '裕安区'], postcode: '237' },
  { region: '大理', code: '0872', districts: ['下关镇', '古城镇'], postcode: '671' },
] as const
export const TRADE_FIRST = Array.from('禾沁澜屿桓砚瓴栎珩淙铄昀翊曜岚蔚嵘霁璟泓曾重')
export const TRADE_SECOND = Array.from('川垣陌枫岑洲榆朴槿野舟衡廷泽岳禾庭曦迈解行')
export const TRADES = [
  { word: '电器', industry: '家用电器零售', business: '空调、冰箱、洗衣机的批发与零售' },
  { word: '商贸', industry: '综合批发', business: '日用百货、家电及配件批发' },
  { word: '制冷设备', industry: '制冷与空调', business: '冷库、中央空调的销售与安装' },
  { word: '酒店管理', industry: '住宿业', business: '连锁酒店的经营与管理' },
  { word: '物业服务', industry: '物业管理', business: '小区与写字楼的物业服务' },
  { word: '食品', industry: '食品加工', business: '速冻食品、乳制品的生产与销售' },
  { word: '建筑装饰', industry: '建筑装饰', business: '室内装修工程与机电安装' },
  { word: '机电', industry: '机电设备', business: '水泵、风机、压缩机的销售与维修' },
  { word: '医疗器械', industry: '医疗器械', business: '冷藏箱、检验设备的销售' },
  { word: '教育科技', industry: '教育培训', business: '教学设备与软件服务' },
] as const
export type Trade = (typeof TRADES)[number]
export const ROADS = [
  '示例',
  '长兴',
  '解放',
  '朝天',
  '曾家',
  '重华',
  '银杏',
  '东溪',
  '石桥',
  '行远',
  '乐安',
  '柏林',
].map((name) => `${name}路`)
export const POSTS = [
  '总经理',
  '采购经理',
  '采购专员',
  '设备主管',
  '行政主管',
  '财务',
  '店长',
  '工程师',
  '仓库主管',
] as const
export const BANKS = ['示例银行', '示例商业银行', '示例农村信用社'] as const
export const STAFF_POSTS = [
  '客服经理',
  '客服主管',
  '投诉主管',
  '客服专员',
  '客服专员',
  '客服专员',
  '客服专员',
  '回访专员',
  '售后主管',
  '维修工程师',
  '维修工程师',
  '大客户专员',
] as const
export const PRODUCTS = [
  '双门冰箱',
  '对开门冰箱',
  '立式空调',
  '壁挂空调',
  '滚筒洗衣机',
  '波轮洗衣机',
  '电热水器',
  '燃气热水器',
  '商用冷柜',
  '中央空调',
  '洗碗机',
  '油烟机',
  '除湿机',
  '净水器',
] as const
export const FAULTS = [
  '不制冷',
  '噪声大',
  '漏水',
  '开机后自动停机',
  '显示屏不亮',
  '门封老化',
  '排水不畅',
  '异味',
  '震动明显',
  '加热慢',
  '遥控器失灵',
  '跳闸',
] as const
const TAILS = {
  complaint: [
    '客户情绪较激动，要求当日回电。',
    '已向客户致歉并说明处理流程。',
    '客户提供了照片和购买发票。',
    '此前曾反映过一次，当时未留下登记。',
    '客户表示若再出现将要求退货。',
  ],
  service: [
    '更换零件后试机两小时，运行正常。',
    '已清洗滤网并检查电源线路。',
    '需向厂家订购配件，到货后再次上门。',
    '已向用户讲解使用和保养方法。',
    '电话指导后恢复正常，无需上门。',
  ],
  visit: [
    '客户希望下季度增加订货。',
    '对交货及时性表示满意。',
    '提出希望有专人对接。',
    '正在比较另外两家的报价。',
    '同意参加新产品说明会。',
  ],
  other: [
    '请相关同事跟进。',
    '已告知客户办理时限。',
    '资料已归档。',
    '待主管确认后执行。',
    '下周例会上通报。',
  ],
} as const
export type TailKind = keyof typeof TAILS
export const tailsOf = (kind: TailKind): readonly string[] => TAILS[kind]
export const VOID_REASONS = ['重复登记', '客户撤回', '登记错了表单', '测试时误登记', '与另一份合并'] as const
export const CORRECTION_REASONS = [
  '日期填错',
  '金额更正',
  '客户来电补充情况',
  '漏填内容补上',
  '录入时写错',
  '主管审核后更正',
] as const
