/** The center of the demo. The street exists; what is said of the center is made up. */
export const demoCenter = {
  name: '襄城县城关街道社会组织孵化中心',
  nameEn: 'Chengguan Subdistrict Incubation Center, Xiangcheng',
  regionCode: '411025001',
  address: '襄城县城关街道文昌路88号社区综合服务站三楼',
  phone: '0374-3560000',
  introduction:
    '中心由城关街道办事处主办，与老年日间照料中心、社区综合服务站同在一座楼，面向文昌、东大街、西关、汝河四个社区，培育扶持社区社会组织：提供工位、督导、培训、财务托管、注册辅导和资源链接。',
  introductionEn:
    'Run for the Chengguan subdistrict office in one building with the elderly day-care center and the comprehensive service station. It helps community organizations of four communities grow: seats, mentoring, training, finance trusteeship, registration coaching and introductions.',
  seats: 16,
  programName: '城关街道社会组织孵化项目',
} as const;

export const communities = ['文昌社区', '东大街社区', '西关社区', '汝河社区'] as const;

/** Addresses in each community; streets made up. */
export const addresses = ['文昌路', '东大街', '西关路', '汝河滨路'] as const;

/** The calls of the demo. Days are counted back from the last day; negative: still to come. The open one counts working days until it opened. */
export const demoCalls = {
  first: {
    opensAgo: 912,
    closesAgo: 892,
    quota: 8,
    title: (year: number) => `${year}年城关街道社会组织孵化中心首批入壳招募公告`,
    summary:
      '面向四个社区的备案、登记和拟登记社会组织，重点支持为老、救助、调解类服务。请按公告提交材料，专家评审后公示。',
  },
  rolling: {
    opensAgo: 860,
    closesAgo: null,
    quota: null,
    title: (_year: number) => '城关街道社会组织孵化中心常年入壳申请',
    summary:
      '常年受理，随到随评。适合已有服务基础、急需场地或督导支持的组织；不设截止日期，工位满后可以虚拟入驻。',
  },
  spring: {
    opensAgo: 212,
    closesAgo: 195,
    quota: 4,
    title: (year: number) => `${year}年第一批入壳招募公告（一老一小专场）`,
    summary: '本批聚焦养老服务和儿童关爱，名额四个。未入选而达到分数线的组织进入候补，六个月内有空缺时递补。',
  },
  current: {
    opensAgo: 18,
    closesAgo: -12,
    quota: 6,
    title: (year: number) => `${year}年第二批入壳招募公告`,
    summary:
      '面向四个社区公开招募，名额六个。登记、备案、拟登记组织均可申请，三类组织所需材料不同，请先阅读材料清单。',
  },
} as const;

export type CallKey = keyof typeof demoCalls;
