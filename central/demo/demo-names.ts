import type { Sex } from '../../shared/domain/identity/kind.ts';
import { pick } from './random.ts';

const split = (text: string): [string, ...string[]] => {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
};

const SURNAMES = split(
  '陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 洪 郭 邱 曾 廖 賴 徐 周 葉 蘇 莊 呂 江 何 蕭 羅 高 潘 簡 朱 鍾 游 彭 詹 胡 施 沈 歐陽 張簡',
);
const GIVEN = {
  male: split(
    '承 宇 翔 柏 睿 冠 廷 彥 家 豪 子 軒 品 丞 哲 瑋 俊 凱 宥 恩 奕 辰 書 銘 浩 仁 韋 傑 聖 安 堃 喆',
  ),
  female: split(
    '怡 君 雅 婷 佳 穎 心 妤 詩 涵 宜 蓁 芷 瑄 品 妍 欣 慧 郁 雯 子 晴 若 彤 思 語 羽 潔 昀 靜 淇 媗',
  ),
} as const satisfies Record<Sex, [string, ...string[]]>;

/** Names that programs break on: a single given character, rare characters, dots, a very long one. */
const UNUSUAL = {
  male: split('王喆 瓦旦·諾幹 林堃𡍼 巴奈‧達魯瑪克‧伊斯坦達 陳㵘'),
  female: split('李妍 比黛‧哈勇 吳䕒 莎韻·諾命 張綉'),
} as const satisfies Record<Sex, [string, ...string[]]>;

/** A plausible name 姓名 from the lists above; one in sixty is an unusual one. Never taken from a person. */
export function makeName(random: () => number, sex: Sex): string {
  if (random() < 1 / 60) return pick(random, UNUSUAL[sex]);
  const given = pick(random, GIVEN[sex]) + (random() < 0.94 ? pick(random, GIVEN[sex]) : '');
  return pick(random, SURNAMES) + given;
}
