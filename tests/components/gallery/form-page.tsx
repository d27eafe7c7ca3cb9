import { Form, ReadValues } from '#app/components/forms/index.ts';
import { PageTitle } from '#app/components/layout/index.ts';
import { Card, LinkButton, Tag, TaskList } from '#app/components/ui/index.ts';
import type { Field } from '#app/domain/forms/field.ts';
import { GalleryFrame } from './frame.tsx';

const say = (zh: string, en: string) => ({ zh, en });

/** One field of each kind. */
export const everyField: readonly Field[] = [
  {
    kind: 'text',
    name: 'name',
    label: say('组织名称', 'Name'),
    hint: say('与登记证书一致', 'As on the certificate'),
    max: 60,
    group: say('基本情况', 'Basics'),
  },
  {
    kind: 'text',
    name: 'uscc',
    label: say('统一社会信用代码', 'USCC'),
    hint: say('18 位，见登记证书右上角', '18 characters'),
    max: 18,
    format: 'uscc',
  },
  { kind: 'date', name: 'founded', label: say('成立日期', 'Founded'), notAfter: '2026-11-24' },
  {
    kind: 'choice',
    name: 'type',
    label: say('登记类型', 'Type'),
    options: [
      { value: 'association', label: say('社会团体', 'Association') },
      {
        value: 'service',
        label: say('社会服务机构', 'Service institution'),
        hint: say('也称民办非企业单位', 'Also: private non-enterprise unit'),
      },
      { value: 'foundation', label: say('基金会', 'Foundation') },
    ],
  },
  {
    kind: 'choice',
    name: 'community',
    label: say('所在社区', 'Community'),
    options: ['文昌社区', '东大街社区', '西关社区', '南街社区', '北街社区', '紫云社区', '首山社区'].map(
      (zh, index) => ({ value: String(index), label: say(zh, `Community ${index + 1}`) }),
    ),
  },
  {
    kind: 'choices',
    name: 'services',
    label: say('服务对象', 'Served'),
    min: 1,
    max: 3,
    optional: true,
    options: [
      { value: 'elderly', label: say('老年人', 'Elderly') },
      { value: 'young', label: say('青少年', 'Young people') },
      { value: 'families', label: say('困难家庭', 'Families in need') },
    ],
    group: say('服务', 'Services'),
  },
  { kind: 'paragraph', name: 'why', label: say('为什么申请', 'Why'), max: 500 },
  {
    kind: 'integer',
    name: 'persons',
    label: say('预计服务人数', 'Persons'),
    min: 1,
    max: 100000,
    unit: say('人', 'persons'),
  },
  { kind: 'money', name: 'budget', label: say('年度预算', 'Budget') },
  { kind: 'yesNo', name: 'party', label: say('是否已建立党组织', 'Party organization?') },
  { kind: 'files', name: 'charter', label: say('章程', 'Charter'), max: 3, optional: true },
  {
    kind: 'rows',
    name: 'team',
    label: say('主要成员', 'Team'),
    max: 12,
    columns: [
      { kind: 'text', name: 'who', label: say('姓名', 'Name'), max: 20 },
      {
        kind: 'choice',
        name: 'role',
        label: say('职务', 'Role'),
        options: [{ value: 'lead', label: say('负责人', 'Lead') }],
      },
      { kind: 'tick', name: 'fulltime', label: say('专职', 'Full time'), optional: true },
    ],
  },
  { kind: 'tick', name: 'promise', label: say('我承诺所填内容和材料真实', 'All of this is true') },
];

const values = {
  name: '襄城县向阳花青少年社工服务中心',
  uscc: '52411025MJGDEM0151',
  founded: '2019年3月',
  type: 'service',
  services: ['young'],
  persons: '320',
  budget: '128,000.00',
  party: 'no',
  'team.0.who': '刘洋',
  'team.0.role': 'lead',
  'team.0.fulltime': 'yes',
  'team.1.who': '王',
};

/** A form with errors, one field of each kind, the list of its sections, and the reading view. */
export function FormPage() {
  return (
    <GalleryFrame current="申请" narrow>
      <PageTitle
        crumbs={[
          { label: '2026年第三批招募', href: '/a' },
          { label: '入壳申请', href: '/b' },
        ]}
        lead="第 1 部分，共 5 部分"
      >
        组织信息
      </PageTitle>
      <Form
        action="/applications/7/organization"
        fields={everyField}
        values={values}
        documents={{ charter: [{ id: 'd1', name: '章程（2025修订）.pdf', sha256: 'ab', size: 860_000 }] }}
        errors={[
          { field: 'uscc', code: 'never.heard' },
          { field: 'founded', code: 'never.heard' },
          { field: 'team.1.role', code: 'never.heard' },
        ]}
        idempotencyKey="01JDEMO"
        version={3}
        submit="保存并继续"
        secondary={
          <LinkButton href="/list" look="quiet">
            保存，回到清单
          </LinkButton>
        }
        autosave="/drafts/7"
        savedNote="草稿已于 14:02 保存"
      />
      <Card id="tasks" title="申请清单">
        <TaskList
          items={[
            { href: '/1', name: '组织信息', state: <Tag tone="stopped">需更正</Tag> },
            { href: '/2', name: '团队与治理', state: <Tag tone="good">已完成</Tag> },
            { href: '/3', name: '服务与需求', state: <Tag tone="waiting">进行中</Tag> },
            { href: '/4', name: '孵化需求与计划', state: <Tag>未开始</Tag> },
          ]}
        />
      </Card>
      <Card id="read" title="已填内容">
        <ReadValues
          fields={everyField}
          documentHref={(document) => `/documents/${document.id}`}
          values={{
            name: '襄城县向阳花青少年社工服务中心',
            founded: '2019-03-05',
            type: 'service',
            community: '1',
            services: ['young', 'elderly'],
            why: '第一行\n第二行',
            persons: 320,
            budget: 12_800_000,
            party: false,
            promise: true,
            charter: [{ id: 'd1', name: '章程（2025修订）.pdf', sha256: 'ab', size: 860_000 }],
            team: [{ who: '刘洋', role: 'lead', fulltime: true }],
          }}
        />
      </Card>
    </GalleryFrame>
  );
}
