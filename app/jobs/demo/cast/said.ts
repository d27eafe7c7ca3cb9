/** What people say when they decide, ask or answer: chosen by the place of an organization in the cast. */
export const opinions = [
  '该队伍长期参与社区志愿服务，群众认可，同意推荐入壳。',
  '负责人系党员，活动规范，建议加强财务公开，同意推荐。',
  '与社区需求清单一致，社区可提供活动场地，同意推荐。',
] as const;

export const visitNotes = [
  '实地查看办公场所和活动记录，抽查签到表十二份、凭证二十笔；访谈居民六人，反映服务稳定。',
  '与负责人和骨干座谈，查看制度上墙和志愿者时长记录；会议纪要有两次缺少签名，已现场指出。',
  '观摩活动一场，居民参与积极；财务凭证齐全，支出审批两人签字。',
] as const;

export const serviceNotes = {
  mentoring: '督导一对一：梳理服务流程和志愿者分工，约定下次检查台账。',
  training: '参加社会组织财务规范培训，三名骨干到场。',
  finance_trusteeship: '财务托管：整理本季凭证，出具收支表。',
  registration_coaching: '注册辅导：修改章程第三章，核对发起人材料。',
  resource_introduction: '对接辖区爱心企业一家，达成物资捐赠意向。',
} as const;

/** What a rectification asks for, by its ground. */
export const findingsOf = (ground: string): readonly string[] =>
  ground === 'reports_overdue' ? reportFindings : findings;

const reportFindings = [
  '连续两个季度的进展报告逾期未交，经两次催报仍未补齐。',
  '活动签到和服务台账没有按月整理，报告所需数据无从核对。',
] as const;

const findings = [
  '近三个月工位使用不足三成，值班安排没有执行。',
  '活动经费支出缺少两人签字，三笔凭证没有事由。',
] as const;

export const findingAnswers = [
  '已重新排定值班表，自本月起每周驻场四个半天，签到表见附件。',
  '已补齐事由和签字，并修订支出审批制度，骨干会议通过。',
] as const;

export const summaries = [
  '本季按计划开展服务，志愿者队伍稳定，社区反馈良好；与日间照料中心、社区综合服务站建立了每周碰头的机制，服务对象的需求能当周转办。',
  '本季重点放在规范内部管理上：修订了志愿者管理和财务两项制度，建立了服务台账，活动次数与计划持平，居民参与面比上季有所扩大。',
  '本季受天气和农忙影响，户外活动减少两次，已改为室内小组；骨干参加了督导和培训，项目书初稿完成，准备申报公益创投。',
] as const;

export const problems = [
  '骨干时间不固定，节假日排班困难。',
  '场地与其他队伍冲突，需要提前两周预约。',
  '年轻志愿者流动大，培训成本高。',
] as const;

export const nextPlans = [
  '下季完善服务台账，开展两次骨干培训，完成一次居民满意度调查。',
  '下季与社区联合开展主题活动，落实财务托管协议，形成一份案例。',
  '下季补齐志愿服务时长记录，完成中期指标，争取一家企业支持。',
] as const;
