import type { RegistrationType } from '#app/domain/forms/application-form.ts';
import type { ThemeName } from './themes.ts';

/** An organization of the demo. None exists; the codes are made up, with right check characters. */
export interface CastOrganization {
  /** How its story finds it. */
  readonly key: string;
  readonly name: string;
  readonly type: RegistrationType;
  readonly theme: ThemeName;
  /** Which of the four communities. */
  readonly community: number;
  /** It sits in the center, or is a member from afar (虚拟入驻). */
  readonly onsite: boolean;
  readonly uscc: string | null;
}

const organization = (
  key: string,
  name: string,
  type: RegistrationType,
  theme: ThemeName,
  community: number,
  onsite: boolean,
  uscc: string | null = null,
): CastOrganization => ({ key, name, type, theme, community, onsite, uscc });

/** Every organization of the demo; its place in the list makes its people, numbers and scores. */
export const castOrganizations: readonly CastOrganization[] = [
  organization('a1', '襄城县暖阳社会工作服务中心', 'service_org', 'elderly', 0, true, '52411025MJGDEM0154'),
  organization('a2', '襄城县同心公益发展中心', 'service_org', 'relief', 1, true, '52411025MJGDEM023Y'),
  organization('a3', '城关街道文昌社区桑榆助老服务队', 'recorded', 'elderly', 0, false),
  organization('a5', '城关街道汝河社区河畔垂钓环保小组', 'recorded', 'environment', 3, false),
  organization('a6', '襄城县惠民便利服务社', 'service_org', 'support', 2, false, '52411025MJGDEM031R'),
  organization('a7', '城关街道东大街社区旧物市集服务队', 'recorded', 'environment', 1, true),
  organization(
    'b1',
    '襄城县启明青少年成长服务中心',
    'service_org',
    'children',
    2,
    false,
    '52411025MJGDEM04XH',
  ),
  organization('b2', '城关街道西关社区夕阳红合唱队', 'recorded', 'culture', 2, false),
  organization('b3', '汝河社区夜光巡逻志愿服务队（筹）', 'unregistered', 'patrol', 3, true),
  organization('b4', '城关街道文昌社区巧手妇女工坊', 'recorded', 'family', 0, false),
  organization('g1', '襄城县康泽健康促进中心', 'service_org', 'health', 1, false, '52411025MJGDEM058H'),
  organization('g2', '襄城县社工之家服务中心', 'service_org', 'support', 0, false, '52411025MJGDEM066C'),
  organization('g3', '襄城县城关志愿者协会', 'association', 'support', 1, false, '51411025MJGDEM0157'),
  organization('g4', '城关街道西关社区老娘舅调解队', 'recorded', 'mediation', 2, false),
  organization('g5', '襄城县仁爱助残服务中心', 'service_org', 'relief', 3, true, '52411025MJGDEM0747'),
  organization('g6', '城关街道汝河社区绿色家园志愿队', 'recorded', 'environment', 3, false),
  organization('g7', '许昌市汝水社区发展基金会', 'foundation', 'support', 0, false, '53411000MJGDEM015R'),
  organization('e1', '襄城县晨曦社区服务中心', 'service_org', 'elderly', 1, true, '52411025MJGDEM0822'),
  organization('e2', '襄城县民间文艺家联谊会', 'association', 'culture', 2, true, '51411025MJGDEM0232'),
  organization('e3', '襄城县知心家庭服务中心', 'service_org', 'family', 0, false, '52411025MJGDEM090W'),
  organization('e4', '城关街道东大街社区法律明白人服务队', 'recorded', 'mediation', 1, false),
  organization('e5', '城关街道西关社区平安巡逻队', 'recorded', 'patrol', 2, false),
  organization('m1', '城关街道文昌社区四点半课堂志愿队', 'recorded', 'children', 0, true),
  organization('m2', '襄城县橙心就业服务中心', 'service_org', 'employment', 3, false, '52411025MJGDEM103J'),
  organization('m3', '城关街道汝河社区红马甲应急队', 'recorded', 'patrol', 3, true),
  organization('m4', '城关街道东大街社区银龄义诊队', 'recorded', 'health', 1, false),
  organization('m5', '城关街道西关社区邻里互助会', 'recorded', 'relief', 2, false),
  organization('i1', '城关街道文昌社区书香驿站', 'recorded', 'culture', 0, true),
  organization('i2', '东大街社区新手爸妈互助组（筹）', 'unregistered', 'family', 1, false),
  organization('i3', '襄城县禾苗儿童关爱中心', 'service_org', 'children', 0, true, '52411025MJGDEM111D'),
  organization('i4', '城关街道汝河社区龙舟文化队', 'recorded', 'culture', 3, false),
  organization('i5', '城关街道东大街社区爱心缝补队', 'recorded', 'relief', 1, true),
  organization('i6', '城关街道西关社区楼栋长联合会', 'recorded', 'environment', 2, false),
  organization('i7', '襄城县社区营造研究会', 'association', 'support', 0, false, '51411025MJGDEM031W'),
  organization('i8', '城关街道文昌社区手机课堂讲师队', 'recorded', 'employment', 0, false),
  organization('i9', '城关街道汝河社区养犬文明劝导队', 'recorded', 'environment', 3, false),
  organization('i10', '襄城县长者膳食服务中心', 'service_org', 'elderly', 2, false, '52411025MJGDEM12X5'),
  organization('s1', '许昌市银龄家园养老服务中心', 'service_org', 'elderly', 1, true, '52411000MJGDEM015W'),
  organization('s2', '城关街道西关社区爷爷奶奶课堂', 'recorded', 'elderly', 2, true),
  organization('s3', '襄城县儿童友好促进会', 'association', 'children', 0, false, '51411025MJGDEM04XL'),
  organization('s4', '城关街道东大街社区亲子农场志愿队', 'recorded', 'children', 1, false),
  organization('s5', '城关街道汝河社区护老天使队', 'recorded', 'elderly', 3, false),
  organization('s6', '文昌社区留守儿童陪伴小组（筹）', 'unregistered', 'children', 0, false),
  organization('s7', '城关街道西关社区育儿交流群', 'recorded', 'children', 2, false),
  organization('s8', '城关街道东大街社区助浴服务队', 'recorded', 'elderly', 1, false),
  organization('p1', '许昌市安澜心理关怀中心', 'service_org', 'family', 3, true, '52411000MJGDEM023P'),
  organization('p2', '城关街道文昌社区楼道议事会', 'recorded', 'mediation', 0, false),
  organization('p3', '城关街道西关社区流动书车队', 'recorded', 'culture', 2, false),
  organization('p4', '汝河社区电动车安全劝导队（筹）', 'unregistered', 'patrol', 3, false),
  organization('p5', '城关街道东大街社区康复互助小组', 'recorded', 'health', 1, true),
  organization('p6', '许昌市太极拳协会', 'association', 'culture', 0, false, '51411000MJGDEM0150'),
  organization('p7', '城关街道文昌社区花圃认养队', 'recorded', 'environment', 0, false),
  organization('c1', '城关街道文昌社区银杏守护队', 'recorded', 'elderly', 0, true),
  organization('c2', '城关街道汝河社区护河少年团', 'recorded', 'environment', 3, false),
  organization('c3', '城关街道东大街社区便民修理队', 'recorded', 'relief', 1, false),
  organization('c4', '西关社区青年夜校筹备组（筹）', 'unregistered', 'culture', 2, false),
  organization('c5', '城关街道文昌社区妈妈议事团', 'recorded', 'family', 0, false),
  organization('c6', '许昌市应急救援志愿者协会', 'association', 'patrol', 1, false, '51411000MJGDEM023T'),
  organization('c7', '东大街社区老兵宣讲团（筹）', 'unregistered', 'culture', 1, false),
  organization('c8', '城关街道西关社区视障陪伴队', 'recorded', 'relief', 2, false),
  organization('c9', '城关街道汝河社区就业帮扶站', 'recorded', 'employment', 3, false),
  organization('c10', '城关街道汝河社区中医养生推广队', 'recorded', 'health', 3, false),
  organization('c11', '城关街道文昌社区家电拆解环保队', 'recorded', 'environment', 0, false),
];
