import type { Role } from '../../shared/domain/account/role.ts';
import { DEMO_SCHOOLS, type DemoPrefix, type DemoSchool } from './demo-schools.ts';
import { demoId } from './random.ts';

/** An account of the demo as `npm start` prints it. */
export interface DemoAccount {
  readonly id: string;
  /** Null for the county's officer and the administrator. */
  readonly school: DemoSchool | null;
  /** 縣市 of the county's officer. */
  readonly county: string | null;
  readonly account: string;
  readonly password: string;
  readonly name: string;
  /** 電子信箱, of a domain that can not exist; 連絡電話. */
  readonly email: string;
  readonly phone: string;
  readonly roles: readonly [Role, ...Role[]];
}

type Post = readonly [suffix: string, word: string, roles: readonly [Role, ...Role[]]];

const SENIOR_HIGH_POSTS: readonly Post[] = [
  ['primary', 'Zhutong', ['PRIMARY']],
  ['teacher1', 'Daoshi', ['HOMEROOM']],
  ['teacher2', 'Laoshi', ['HOMEROOM']],
  ['counselor', 'Fudao', ['COUNSELOR']],
  ['head', 'Zhuguan', ['HEAD']],
];
const COMPULSORY_POSTS: readonly Post[] = [
  ['registrar', 'Zhuce', ['B_REGISTRAR']],
  ['discipline', 'Shengjiao', ['B_DISCIPLINE']],
  ['guidance', 'Fudaozu', ['B_GUIDANCE']],
  ['homeroom', 'Banji', ['B_HOMEROOM']],
  ['subject', 'Renke', ['B_SUBJECT']],
  ['director', 'Zhuren', ['B_HEAD']],
];
/** In a small school one person holds several offices. */
const SMALL_POSTS: readonly Post[] = [
  ['office', 'Banshi', ['B_REGISTRAR', 'B_DISCIPLINE', 'B_GUIDANCE']],
  ['homeroom', 'Banji', ['B_HOMEROOM']],
  ['subject', 'Renke', ['B_SUBJECT']],
  ['director', 'Zhuren', ['B_HEAD']],
];

const POSTS = {
  xr: SENIOR_HIGH_POSTS,
  qh: SENIOR_HIGH_POSTS,
  mh: [...SENIOR_HIGH_POSTS, ...COMPULSORY_POSTS],
  sf: COMPULSORY_POSTS,
  zx: SMALL_POSTS,
} as const satisfies Record<DemoPrefix, readonly Post[]>;

const NUMBERS = { xr: 25, qh: 36, mh: 47, sf: 58, zx: 69 } as const satisfies Record<DemoPrefix, number>;

const STAFF_NAMES = [
  '陳怡君 林志明 黃雅婷 張家豪 李淑芬',
  '王建宏 吳佩珊 劉俊傑 蔡宜靜 楊明德',
  '許文華 鄭美玲 謝宗翰 郭心怡 洪國棟 曾惠雯 邱柏勳 廖秀琴 賴彥廷 周慧敏 徐正雄',
  '蘇雅惠 葉冠宇 莊麗華 呂哲瑋 江佳蓉 何文彬',
  '蕭淑貞 羅勝凱 高郁婷 潘國強',
].map((line) => line.split(' '));

const emailOf = (account: string): string => `${account}@xuelu.example`;

const schoolAccounts = (): DemoAccount[] =>
  DEMO_SCHOOLS.flatMap((school, at) =>
    POSTS[school.prefix].map(([suffix, word, roles], index): DemoAccount => {
      const account = `${school.prefix}-${suffix}`;
      return {
        id: demoId(`account ${account}`),
        school,
        county: null,
        account,
        password: `${word}#${NUMBERS[school.prefix]}`,
        name: STAFF_NAMES[at]?.[index] ?? `示範人員${index + 1}`,
        email: emailOf(account),
        phone: `${school.phone}#${101 + index}`,
        roles,
      };
    }),
  );

/** All accounts: every role of each school, and two that belong to no school (縣市承辦 needs 12 characters). */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...schoolAccounts(),
  {
    id: demoId('account bureau'),
    school: null,
    county: '雲林縣',
    account: 'bureau',
    password: 'Jiaoyuchu#Yunlin58',
    name: '方承恩',
    email: emailOf('bureau'),
    phone: '05-5550701#201',
    roles: ['BUREAU'],
  },
  {
    id: demoId('account admin'),
    school: null,
    county: null,
    account: 'admin',
    password: 'Guanliyuan#Xuelu69',
    name: '石靜宜',
    email: emailOf('admin'),
    phone: '04-5550801#301',
    roles: ['ADMIN'],
  },
];
