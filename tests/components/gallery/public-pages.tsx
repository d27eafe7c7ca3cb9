import type { ReactNode } from 'react';
import { Shell, type ShellData } from '#app/components/layout/shell.tsx';
import { CallPage } from '#app/components/public/call-page.tsx';
import { CertificatePage } from '#app/components/public/certificate-page.tsx';
import { DirectoryPage } from '#app/components/public/directory-page.tsx';
import { EntryPage } from '#app/components/public/entry-page.tsx';
import { HomePage } from '#app/components/public/home-page.tsx';
import { NoticePage, type NoticeWords } from '#app/components/public/notice-page.tsx';
import { NoticesPage } from '#app/components/public/notices-page.tsx';
import { ObjectionPage, ReceiptPage } from '#app/components/public/objection-page.tsx';
import { useNow, useTranslate } from '#app/components/ui/index.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { settingsWith } from '#app/domain/settings.ts';

/** The frame as someone sees it who is not signed in. */
function Frame({
  narrow = false,
  path,
  children,
}: {
  readonly narrow?: boolean;
  readonly path: string;
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
    person: null,
    nav: [
      { href: '/notices', label: 'nav.notices' },
      { href: '/directory', label: 'nav.directory' },
      { href: '/certificates', label: 'nav.certificates' },
    ],
  };
  return (
    <Shell data={data} narrow={narrow}>
      {children}
    </Shell>
  );
}

const center = {
  name: '城关街道社会组织孵化中心',
  nameEn: 'Chengguan Incubation Center',
  introduction:
    '为城关街道各社区的社会组织提供工位、督导和培训，帮助它们规范运作、服务邻里，从入驻到出壳，一路相伴。',
  introductionEn:
    'A place to work, mentoring and training for the community organizations of Chengguan subdistrict.',
  address: '襄城县城关街道文昌路1号',
  phone: '0374-3560000',
};

const call = {
  id: 'a',
  title: '2026年第二批入驻招募公告',
  summary:
    '面向全县已登记、已备案和拟登记的社区社会组织，重点支持为老服务、儿童关爱和矛盾调解三个方向。\n入驻组织可使用共享工位和会议室，获得一对一督导。',
  opensAt: '2026-11-10T00:00:00.000Z',
  closesAt: '2026-11-28T16:00:00.000Z',
  quota: 8,
  program: '社区社会组织培育计划',
};

const organizations = [
  ['夕阳红助老服务队', 'incubated', '文昌社区', ['elderly', 'health']],
  ['童心护航儿童关爱中心', 'incubated', '东街社区', ['children', 'women_family', 'mental_health']],
  ['邻里和事佬调解室', 'graduated', '紫云社区', ['mediation', 'legal']],
  ['绿芽环保志愿服务队', 'incubated', '西街社区', ['environment']],
  ['馨阳社会工作服务中心', 'graduated', '文昌社区', ['governance', 'support']],
  ['百姓书场文化社', 'incubated', '北街社区', ['culture_sport']],
].map(([name, standing, community, fields], index) => ({
  id: String(index),
  name: `襄城县城关街道${community as string}${name as string}`,
  standing: standing as string,
  community: community as string,
  fields: fields as readonly string[],
  joinedOn: '2026-03-02',
}));

const notice: NoticeWords = {
  id: 'n',
  lifecycle: 'application',
  number: 'RK-202611-0004',
  organizationName: '襄城县城关街道南街社区银龄互助志愿服务队',
  program: '社区社会组织培育计划',
  score: 8633,
  publishedAt: '2026-11-20T02:00:00.000Z',
  endsAt: '2026-11-27T16:00:00.000Z',
  standing: 'running',
  objections: 0,
  openObjections: 0,
  objectable: true,
  closed: [],
};

const lines = [
  { ...notice, outcome: null },
  {
    ...notice,
    id: 'm',
    lifecycle: 'graduation' as const,
    organizationName: '襄城县紫云镇邻里和事佬调解室',
    endsAt: null,
    outcome: null,
  },
  {
    ...notice,
    id: 'o',
    lifecycle: 'evaluation' as const,
    organizationName: '襄城县馨阳社会工作服务中心',
    publishedAt: '2026-10-09T02:00:00.000Z',
    endsAt: '2026-10-16T16:00:00.000Z',
    outcome: 'kept',
  },
  {
    ...notice,
    id: 'p',
    organizationName: '襄城县城关街道西街社区绿芽环保志愿服务队',
    publishedAt: '2026-09-01T02:00:00.000Z',
    endsAt: '2026-09-08T16:00:00.000Z',
    outcome: 'lifted',
  },
];

const home = (
  <HomePage
    view={{
      centers: [center],
      calls: [
        call,
        {
          ...call,
          id: 'b',
          title: '公益创投项目常年招募',
          summary: '随时申请，随时评审。',
          closesAt: null,
          quota: null,
        },
      ],
      notices: lines.slice(0, 2),
      figures: { applying: 6, incubating: 14, graduated: 9, left: 3, onNotice: 2 },
      organizations,
    }}
  />
);

const objectFields = lifecycleNamed('application').events.object?.form?.({} as never, {}, {} as never) ?? [];

/** Every page that everyone may read. */
export const publicGallery = {
  home: () => <Frame path="/">{home}</Frame>,
  call: () => (
    <Frame path="/calls/a">
      <CallPage
        view={{ ...call, center, settings: settingsWith(), road: lifecycleNamed('application').road }}
      />
    </Frame>
  ),
  notices: () => (
    <Frame path="/notices" narrow>
      <NoticesPage view={{ notices: lines, next: '/notices?after=x', previous: null }} />
    </Frame>
  ),
  notice: () => (
    <Frame path="/notices/n" narrow>
      <NoticePage view={notice} />
    </Frame>
  ),
  objection: () => (
    <Frame path="/notices/n/objection" narrow>
      <ObjectionPage
        view={{ notice, fields: objectFields, key: 'key' }}
        errors={[
          { code: 'objection.namelessWithoutEvidence' },
          { field: 'statement', code: 'form.required' },
        ]}
        raw={{ concerns: 'organization' }}
      />
    </Frame>
  ),
  receipt: () => (
    <Frame path="/notices/n/objection" narrow>
      <ReceiptPage
        view={{ notice, number: 'YY-2026-0003', open: true, answerBy: '2026-12-08T16:00:00.000Z' }}
      />
    </Frame>
  ),
  directory: () => (
    <Frame path="/directory">
      <DirectoryPage
        view={{
          q: '',
          field: '',
          community: '',
          communities: ['文昌社区', '东街社区'],
          organizations,
          next: null,
          previous: null,
        }}
      />
    </Frame>
  ),
  entry: () => (
    <Frame path="/directory/1">
      <EntryPage
        view={{
          id: '1',
          name: '襄城县馨阳社会工作服务中心',
          standing: 'graduated',
          center,
          registrationType: 'service_org',
          uscc: '52411025MJF0000008',
          recordNo: null,
          stage: 'growing',
          communityKind: 'public_benefit',
          fields: ['governance', 'support'],
          community: '文昌社区',
          foundedOn: '2023-05-18',
          scope: '开展社区治理、社工督导和社会组织支持服务。',
          rating: '3A',
          stages: [
            { stage: 'admitted', at: '2025-03-20T08:00:00.000Z', certificate: null },
            { stage: 'incubating', at: '2025-03-28T08:00:00.000Z', certificate: null },
            { stage: 'graduated', at: '2026-04-02', certificate: 'CK-2026-0003' },
          ],
        }}
      />
    </Frame>
  ),
  certificate: () => (
    <Frame path="/certificates/CK-2026-0003" narrow>
      <CertificatePage
        view={{
          number: 'CK-2026-0003',
          certificate: {
            organizationName: '襄城县馨阳社会工作服务中心',
            organizationId: '1',
            issuedOn: '2026-04-02',
            revokedOn: null,
            center,
          },
        }}
      />
    </Frame>
  ),
  'certificate-unknown': () => (
    <Frame path="/certificates/CK" narrow>
      <CertificatePage view={{ number: 'CK-2026-9999', certificate: null }} />
    </Frame>
  ),
} as const;
