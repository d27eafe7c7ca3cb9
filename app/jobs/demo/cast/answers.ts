import type { Values } from '#app/domain/forms/field.ts';
import { addresses, communities } from './center.ts';
import type { CastOrganization } from './organizations.ts';
import { madeUpName, madeUpPhone } from './people.ts';
import { type Theme, themes } from './themes.ts';

const stageNames = ['seedling', 'start_up', 'growing'] as const;
const parties = ['joint', 'adviser', 'own', 'functional', 'none'] as const;
const posts = ['负责人', '服务部负责人', '财务（兼）', '志愿者协调员', '宣传干事'] as const;
const experiences = [
  '社区工作六年，熟悉网格情况',
  '退休教师，组织活动百余场',
  '持会计初级证书',
  '社会工作者职业资格（初级）',
  '退役军人，党员',
] as const;
const governance = [
  '设负责人一名、骨干会议，每月碰头一次，重大事项由骨干会议表决并留纪要；收支每季度向全体成员公布。',
  '理事会五人，监事一人，每半年开会一次；已有财务、志愿者、档案三项制度，项目管理制度正在起草。',
  '由社区党委指导，骨干七人分三个小组，章程经成员大会通过；经费由社区代管，支出两人签字。',
] as const;
const fundings = [
  '街道补贴与成员会费，另有一家爱心企业每年定向捐赠。',
  '公益创投小额项目资金和居民自筹，支出全部公开。',
  '暂以社区办公经费支持为主，计划申报福彩公益金项目。',
] as const;

export const themeOf = (cast: CastOrganization): Theme => themes[cast.theme];

/** The milestones that an organization plans, by the month of its term. */
export const milestonesOf = (cast: CastOrganization, months: number): Values['milestones'] =>
  themeOf(cast).goals.map(([goal, indicator], i) => ({
    goal,
    indicator,
    month: Math.max(1, Math.round((months * (i + 1)) / 3)),
  }));

/** The answers of an application, section by section. `n` is the organization's place in the cast. */
export function applicationAnswers(
  cast: CastOrganization,
  n: number,
  lead: string,
): Readonly<Record<string, Values>> {
  const theme = themeOf(cast);
  const place = communities[cast.community] as string;
  const year = 2017 + (n % 6);
  const month = String(1 + (n % 12)).padStart(2, '0');
  const core = 4 + (n % 5);
  return {
    organization: {
      organizationName: cast.name,
      registrationType: cast.type,
      ...(cast.uscc === null ? {} : { uscc: cast.uscc }),
      ...(cast.type === 'recorded'
        ? { recordNo: `襄城社备〔${year}〕${String(10 + n).padStart(3, '0')}号` }
        : {}),
      ...(cast.type === 'unregistered'
        ? {}
        : { foundedOn: `${year}-${month}-${String(1 + ((n * 5) % 28)).padStart(2, '0')}` }),
      stage: stageNames[n % stageNames.length] as string,
      communityKind: theme.kind,
      fields: theme.fields,
      community: place,
      address: `襄城县城关街道${addresses[cast.community]}${12 + n}号`,
      personName: lead,
      phone: madeUpPhone(n),
    },
    team: {
      corePeople: core,
      fullTime: cast.type === 'recorded' || cast.type === 'unregistered' ? n % 3 : 2 + (n % 4),
      socialWorkers: n % 4,
      volunteers: 15 + ((n * 13) % 70),
      coreTeam: posts.slice(0, 3 + (n % 3)).map((post, i) => ({
        person: i === 0 ? lead : madeUpName(n * 5 + i + 200),
        post,
        experience: experiences[(n + i) % experiences.length] as string,
      })),
      partyStatus: parties[n % parties.length] as string,
      governance: governance[n % governance.length] as string,
    },
    services: {
      residentNeed: `${place}：${theme.need}`,
      services: theme.services,
      activitiesLastYear: 6 + ((n * 7) % 40),
      personTimesLastYear: 180 + ((n * 61) % 1600),
      difference: theme.difference,
    },
    plan: {
      servicesWanted: [
        ...(cast.onsite ? ['seat'] : []),
        'mentoring',
        'training',
        ...(n % 2 === 0 ? ['finance_trusteeship'] : []),
      ],
      residency: cast.onsite ? 'onsite' : 'virtual',
      gaps: theme.gaps,
      milestones: milestonesOf(cast, 12) ?? [],
      funding: fundings[n % fundings.length] as string,
      ...(cast.type === 'unregistered' ? { registerWithinMonths: 6 } : {}),
    },
  };
}
