import { check17, check18 } from '#app/domain/uscc.ts';
import type { Random } from '#tests/random.ts';

const places =
  '襄城县 城关街道 文昌社区 西关社区 东大街社区 汝河社区 许昌市 魏都区 建安区 鄢陵县 禹州市 长葛市 紫云镇 库庄镇 颍桥镇 麦岭镇 十里铺镇 山头店镇 丁营乡 姜庄乡 范湖乡 双庙乡 王洛镇 湛北镇 茨沟乡'.split(
    ' ',
  );
const themes =
  '青禾 暖阳 同心 晨曦 仁爱 启明 康泽 橙心 知心 银龄 桑榆 禾苗 春晖 绿芽 星火 和风 向阳 清源 惠民 安澜 博爱 萤火 常青 明德 远志 书香 邻里 红马甲 石榴籽 夕阳红 老娘舅 四点半 小候鸟 爱心妈妈 巧手 护河 古城 云帆 百合 守望'.split(
    ' ',
  );
const works =
  '养老服务 助残服务 儿童关爱 青少年成长 社区治理 环境保护 志愿服务 文化传承 法律援助 心理健康 就业帮扶 健康促进 家庭教育 应急救援 邻里互助 老年教育 禁毒宣传 司法矫正 乡村振兴 读书分享'.split(
    ' ',
  );
const kinds = '服务中心 促进会 志愿者协会 发展中心 服务队 互助会 工作站 研究会 联合会 关爱中心'.split(' ');

/** A name as organizations bear them. Names come more than once, as in a big register they may. */
export const nameFrom = (random: Random): string =>
  random.pick(places) + random.pick(themes) + random.pick(works) + random.pick(kinds);

export const communities =
  '文昌社区 西关社区 东大街社区 汝河社区 南大街社区 北关社区 烟城社区 首山社区'.split(' ');

/** The n-th made-up unified social credit code of one kind: its sums are right, nobody bears it. */
export function usccNumber(n: number, kind: '51' | '52' | '53' = '52'): string {
  const head = `${kind}411025${'MJ'}${String(n).padStart(6, '0')}`;
  const sixteen = head.slice(0, 16);
  const seventeen = sixteen + check17(`${sixteen}0`.slice(0, 16));
  return seventeen + check18(seventeen);
}
