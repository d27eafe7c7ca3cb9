import type { ReactNode } from 'react';
import { Shell, type ShellData } from '#app/components/layout/shell.tsx';
import { OrganizationEdit } from '#app/components/organizations/organization-edit.tsx';
import { OrganizationPage } from '#app/components/organizations/organization-page.tsx';
import { RankingPage } from '#app/components/organizations/ranking-page.tsx';
import { RegisterPage } from '#app/components/organizations/register-page.tsx';
import { useNow, useTranslate } from '#app/components/ui/index.ts';
import { registerFields } from '#app/domain/forms/organization-form.ts';

/** The frame as a manager sees it. */
function Frame({
  path,
  narrow = false,
  children,
}: {
  readonly path: string;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslate();
  const data: ShellData = {
    locale: t.locale,
    now: useNow(),
    nonce: 'gallery',
    requestId: 'gallery',
    kept: null,
    path,
    demo: false,
    centerName: '城关街道社会组织孵化中心',
    person: { name: '刘洋', role: 'manager', unread: 3 },
    nav: [
      { href: '/desk', label: 'nav.desk' },
      { href: '/applications', label: 'nav.applications' },
      { href: '/organizations', label: 'nav.organizations' },
    ],
  };
  return (
    <Shell data={data} narrow={narrow}>
      {children}
    </Shell>
  );
}

const row = {
  id: '1',
  name: '襄城县馨阳社会工作服务中心',
  registrationType: 'service_org',
  code: '52411025MJF0000008',
  community: '文昌社区',
  standing: 'incubated',
  personName: '张*',
  phone: '138****1234',
  joinedOn: '2026-03-02',
};

const line = {
  lifecycle: 'application' as const,
  id: 'x',
  href: '/applications/x',
  number: 'RK-202602-0003',
  kind: 'registered',
  state: 'admitted',
  tone: 'good' as const,
  ended: true,
  began: '2026-02-01T02:00:00.000Z',
  since: '2026-03-02T02:00:00.000Z',
  due: null,
};

const ranked = (
  id: string,
  name: string,
  rank: number,
  totals: readonly number[],
  dropped: readonly number[] = [],
) => ({
  id,
  number: `RK-202611-000${rank}`,
  organizationName: `襄城县城关街道${name}`,
  state: rank < 3 ? 'public_notice' : 'decision_pending',
  tone: 'waiting' as const,
  rank,
  decidedBy: rank === 2 ? 'tieCriterion' : 'score',
  needsLot: false,
  vetoed: false,
  panel: {
    score:
      totals.filter((_, i) => !dropped.includes(i)).reduce((a, b) => a + b, 0) /
      (totals.length - dropped.length),
    highest: Math.max(...totals),
    lowest: Math.min(...totals),
    spreadFlagged: Math.max(...totals) - Math.min(...totals) > 20,
    totals: totals.map((points, i) => ({ points, dropped: dropped.includes(i) })),
  },
});

/** The pages of organizations for those who work with them. */
export const organizationGallery = {
  register: () => (
    <Frame path="/organizations">
      <RegisterPage
        view={{
          q: '',
          standing: '',
          type: '',
          community: '',
          communities: ['文昌社区', '东街社区'],
          rows: [
            row,
            {
              ...row,
              id: '2',
              name: '襄城县城关街道文昌社区夕阳红助老服务队',
              registrationType: 'recorded',
              code: '城关备2026-018',
              standing: 'applicant',
              joinedOn: null,
            },
            { ...row, id: '3', name: '襄城县城关街道东街社区童心护航儿童关爱中心', standing: 'graduated' },
            {
              ...row,
              id: '4',
              name: '襄城县紫云镇邻里互助社',
              registrationType: 'recorded',
              code: null,
              standing: 'exited',
              phone: null,
            },
          ],
          next: '/organizations?after=4',
          previous: null,
          exports: [{ format: 'xlsx' as const, href: '/organizations/export/xlsx' }],
          saved: {
            links: [{ id: '1', name: '在孵的', href: '/organizations?standing=in', isCurrent: false }],
            save: null,
            manage: '/filters/organization',
          },
          mayImport: true,
        }}
      />
    </Frame>
  ),
  organization: () => (
    <Frame path="/organizations/1">
      <OrganizationPage
        saved
        view={{
          id: '1',
          name: row.name,
          standing: 'incubated',
          mayOpenRegister: true,
          masked: true,
          mayEdit: true,
          mayManagePeople: false,
          facts: {
            registrationType: 'service_org',
            uscc: row.code,
            recordNo: null,
            stage: 'growing',
            communityKind: 'public_benefit',
            fields: ['governance', 'support'],
            community: '文昌社区',
            foundedOn: '2023-05-18',
            address: '襄城县城关街道文昌社区***',
            scope: '开展社区治理、社工督导和社会组织支持服务。',
            personName: '张*',
            phone: '138****1234',
            email: 'z***@test.example',
            partyStatus: 'joint',
            creditFlag: 'abnormal',
            rating: '3A',
            fullTime: 6,
            socialWorkers: 4,
            volunteers: 120,
            joinedOn: '2026-03-02',
            barredUntil: null,
          },
          seat: { code: 'B-07', room: '二楼开放区', status: 'occupied' },
          life: [
            {
              ...line,
              lifecycle: 'progress_report',
              id: 'r',
              kind: 'quarterly',
              state: 'open',
              tone: 'waiting',
              ended: false,
              number: null,
              began: '2026-10-01T02:00:00.000Z',
              since: '2026-11-20T02:00:00.000Z',
              due: '2026-11-30T16:00:00.000Z',
            },
            {
              ...line,
              lifecycle: 'incubation',
              id: 'i',
              kind: null,
              state: 'active',
              tone: 'good',
              ended: false,
              number: 'FH-2026-0007',
              began: '2026-03-02T02:00:00.000Z',
              since: '2026-03-20T02:00:00.000Z',
            },
            line,
          ],
          nextDue: {
            ...line,
            lifecycle: 'progress_report',
            id: 'r',
            kind: 'quarterly',
            state: 'open',
            tone: 'waiting',
            ended: false,
            number: null,
            due: '2026-11-30T16:00:00.000Z',
          },
          papers: [
            {
              id: 'd1',
              slot: 'charter',
              name: '章程（2025修订）.pdf',
              size: 880_000,
              uploadedAt: '2026-02-01T02:00:00.000Z',
            },
            {
              id: 'd2',
              slot: 'registrationCertificate',
              name: '登记证书.jpg',
              size: 1_200_000,
              uploadedAt: '2026-02-01T02:00:00.000Z',
            },
          ],
        }}
      />
    </Frame>
  ),
  'organization-edit': () => (
    <Frame path="/organizations/1" narrow>
      <OrganizationEdit
        view={{
          id: '1',
          name: row.name,
          version: 3,
          key: 'key',
          fields: registerFields({ today: '2026-11-24', codeInspected: false }),
        }}
        errors={[{ field: 'uscc', code: 'organization.codeMisfit' }]}
        raw={{
          organizationName: row.name,
          registrationType: 'association',
          uscc: row.code,
          fields: ['governance'],
        }}
      />
    </Frame>
  ),
  ranking: () => (
    <Frame path="/applications">
      <RankingPage
        view={{
          applicationId: 'x',
          call: { id: 'c', title: '2026年第二批入驻招募公告', quota: 8 },
          lines: [
            ranked('a', '文昌社区夕阳红助老服务队', 1, [92.5, 88, 90, 95, 86.5], [3, 4]),
            ranked('b', '东街社区童心护航儿童关爱中心', 2, [84, 86, 91, 80.5, 88], [2, 3]),
            ranked('c', '紫云社区邻里和事佬调解室', 3, [62, 71, 85, 64.5, 70], [0, 2]),
          ],
          open: [{ id: 'd', organizationName: '襄城县城关街道北街社区百姓书场文化社', state: 'in_review' }],
          pass: 70,
          max: 100,
          seats: 5,
        }}
      />
    </Frame>
  ),
} as const;
