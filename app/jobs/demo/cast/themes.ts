/** What an organization does, in the words in which it would apply, report and answer. */
export interface Theme {
  readonly fields: readonly string[];
  readonly kind: string;
  readonly need: string;
  readonly services: string;
  readonly difference: string;
  readonly gaps: string;
  readonly goals: readonly (readonly [goal: string, indicator: string])[];
  readonly activity: string;
}

const theme = (
  fields: readonly string[],
  kind: string,
  words: Pick<Theme, 'need' | 'services' | 'difference' | 'gaps' | 'goals' | 'activity'>,
): Theme => ({ fields, kind, ...words });

export const themes = {
  elderly: theme(['elderly', 'health'], 'living_service', {
    need: '辖区六十岁以上老人占常住人口两成以上，其中独居、空巢老人一百二十余户。入户走访六十三户，四十一户提出助餐、代办和定期探访的需要。',
    services:
      '每周一、三、五上门探访独居老人，代买代办、测量血压；每月在日间照料中心组织一次集体生日和健康讲座。',
    difference: '与日间照料中心错位：中心负责集中照料，我们负责进不了中心的老人。',
    gaps: '志愿者排班靠微信群接龙，服务记录不全；没有独立账户，支出由社区代管；骨干缺少老年社会工作的训练。',
    goals: [
      ['建立独居老人探访台账', '探访台账覆盖独居老人户数'],
      ['形成稳定的志愿者排班', '每月志愿服务时长（小时）'],
      ['开展老年健康与防诈骗活动', '活动场次'],
    ],
    activity: '独居老人探访与健康讲座',
  }),
  children: theme(['children', 'women_family'], 'public_benefit', {
    need: '放学后至家长下班有两小时无人看护，社区问卷七十二份中五十六份希望就近托管；留守儿童二十三名。',
    services: '工作日十六时三十分至十八时三十分开放课后课堂，寒暑假办成长营，每季度对留守儿童家访一次。',
    difference: '不做学科补习，以陪伴、阅读和安全教育为主。',
    gaps: '课程没有成套方案，志愿者流动大；场地安全巡查没有制度；需要财务托管和儿童保护培训。',
    goals: [
      ['课后课堂稳定开放', '开放天数'],
      ['建立儿童保护制度并培训', '受训志愿者人数'],
      ['举办亲子阅读活动', '活动场次'],
    ],
    activity: '四点半课堂与亲子阅读',
  }),
  family: theme(['women_family', 'mental_health'], 'public_benefit', {
    need: '妇女之家登记的家庭矛盾和育儿压力求助近一年四十余件，居民代表会议将家庭支持列为重点事项。',
    services: '开设家长沙龙和妇女手工坊，设立每周两个半天的倾听角，转介专业心理咨询。',
    difference: '社区内没有同类的常设倾听服务。',
    gaps: '志愿者缺少助人技巧；手工坊收入的管理没有制度；档案保密需要规范。',
    goals: [
      ['家长沙龙系列化', '沙龙场次'],
      ['培养倾听志愿者', '持证或结业人数'],
      ['建立个案转介流程', '转介个案数'],
    ],
    activity: '家长沙龙与倾听角',
  }),
  mediation: theme(['mediation', 'legal'], 'legal', {
    need: '老旧小区停车、漏水、噪声纠纷多，网格上报近一年一百一十件，其中三成反复发生。',
    services: '退休法官、教师组成调解团，每周二坐班，上门调解；每季度讲一次民法典与邻里关系。',
    difference: '人民调解委员会管立案的，我们管没有立案的小矛盾。',
    gaps: '调解文书不统一，回访没有坚持；青年调解员不足；需要法律顾问支持。',
    goals: [
      ['统一调解记录与回访', '调解件数'],
      ['培养青年调解员', '新增调解员人数'],
      ['开展普法活动', '活动场次'],
    ],
    activity: '邻里纠纷调解与普法',
  }),
  environment: theme(['environment', 'governance'], 'community_affairs', {
    need: '汝河沿岸和老旧小区垃圾分类参与率低，抽查投放准确率不足四成。',
    services: '桶边值守、河岸清洁、旧物交换市集，与物业公司共同评选绿色楼栋。',
    difference: '以楼栋为单位积分，和保洁公司的作业互不重复。',
    gaps: '志愿者以老人为主；积分兑换缺少资金；活动前后没有数据对比。',
    goals: [
      ['提高分类准确率', '抽查准确率（百分比）'],
      ['组织河岸清洁', '清洁次数'],
      ['评选绿色楼栋', '参与楼栋数'],
    ],
    activity: '河岸清洁与桶边值守',
  }),
  culture: theme(['culture_sport'], 'culture_sport', {
    need: '社区有戏迷、舞蹈、书画爱好者二百余人，活动零散，场地时间常有冲突。',
    services: '整合七支文体队伍，排定场地，每月一次百姓舞台，传承越调和剪纸。',
    difference: '以本地戏曲和非遗为特色，不与商业培训重复。',
    gaps: '没有章程和财务制度；年轻人参与少；演出安全预案缺失。',
    goals: [
      ['百姓舞台常态化', '演出场次'],
      ['非遗进校园', '进校次数'],
      ['建立队伍章程和财务制度', '制度项数'],
    ],
    activity: '百姓舞台与非遗课堂',
  }),
  relief: theme(['relief', 'disabled'], 'public_benefit', {
    need: '低保、重残家庭八十六户，临时困难信息多由网格员口头上报，帮扶不及时。',
    services: '建立困难家庭档案，链接爱心企业，每月一次物资配送，为重残人员提供喘息服务。',
    difference: '民政救助之外的补充，重点在发现和陪伴。',
    gaps: '物资进出没有台账；捐赠票据不会开；需要慈善法规和财务培训。',
    goals: [
      ['困难家庭建档', '建档户数'],
      ['物资配送公开透明', '配送次数'],
      ['喘息服务', '服务人次'],
    ],
    activity: '物资配送与喘息服务',
  }),
  patrol: theme(['emergency', 'governance'], 'community_affairs', {
    need: '开放式小区多，夜间盗窃和电动车充电火灾隐患突出，居民议事会三次讨论。',
    services: '夜间巡逻、消防隐患排查、应急演练和急救普及，重大节日参加值守。',
    difference: '与派出所、物业分段分时，补夜间空档。',
    gaps: '装备和保险不足；队员没有急救证；巡逻记录不完整。',
    goals: [
      ['夜间巡逻制度化', '巡逻次数'],
      ['队员持急救证', '持证人数'],
      ['隐患排查闭环', '隐患整改率（百分比）'],
    ],
    activity: '夜间巡逻与消防演练',
  }),
  health: theme(['health', 'elderly'], 'living_service', {
    need: '慢性病患者六百余人，随访靠卫生室两名医生，居民对用药和康复知识需求大。',
    services: '退休医护每周义诊，建立慢病自我管理小组，组织康复操和心肺复苏培训。',
    difference: '不诊疗不售药，做卫生服务中心的助手。',
    gaps: '服务协议与责任划分不清；健康档案涉及隐私需要规范；资金来源单一。',
    goals: [
      ['慢病自管小组', '小组数'],
      ['急救普及', '受训人次'],
      ['义诊常态化', '义诊次数'],
    ],
    activity: '义诊与慢病自我管理小组',
  }),
  support: theme(['support', 'governance'], 'management', {
    need: '街道备案社区社会组织三十余家，普遍不会写项目书、不会做账，缺少共同的支持平台。',
    services: '项目书辅导、代理记账咨询、志愿者管理培训，每季度一次组织互访。',
    difference: '服务组织而不是直接服务居民。',
    gaps: '团队人手少，培训教材要更新；评估能力需要外部专家带教。',
    goals: [
      ['组织能力诊断', '诊断组织数'],
      ['开展培训', '培训场次'],
      ['形成案例集', '案例篇数'],
    ],
    activity: '组织互访与项目书工作坊',
  }),
  employment: theme(['employment', 'disabled'], 'public_benefit', {
    need: '登记失业和灵活就业居民一百四十人，残疾人就业意愿强而岗位少。',
    services: '技能小课堂、岗位信息发布、残疾人手工订单，与三家企业建立见习点。',
    difference: '面向四五十岁人员和残疾人，与人社培训衔接。',
    gaps: '合作协议不规范；跟踪回访没有坚持；缺少专职人员。',
    goals: [
      ['技能课堂', '结业人数'],
      ['岗位对接', '对接成功人数'],
      ['手工订单', '订单金额（元）'],
    ],
    activity: '技能课堂与岗位对接',
  }),
} as const satisfies Readonly<Record<string, Theme>>;

export type ThemeName = keyof typeof themes;
