import { demoId } from './random.ts';

/** Part of a school, as far as it shapes a roster. */
export type Part = 'senior-high' | 'junior-high' | 'elementary';

/** Before the dash in the accounts of a school. */
export type DemoPrefix = 'xr' | 'qh' | 'mh' | 'sf' | 'zx';

export interface DemoSchool {
  readonly id: string;
  readonly prefix: DemoPrefix;
  readonly code: string;
  readonly name: string;
  readonly county: string;
  /** 主管機關 */
  readonly jurisdiction: 'national' | 'county';
  /** 單位住址, 連絡電話; invented like everything here. */
  readonly address: string;
  readonly phone: string;
  /** Students by part. */
  readonly students: Readonly<Partial<Record<Part, number>>>;
  /** 學制 of the senior high part with their 科別. */
  readonly departments: readonly (readonly [schoolSystem: string, department: string])[];
}

const school = (given: Omit<DemoSchool, 'id' | 'county'>): DemoSchool => ({
  ...given,
  id: demoId(`school ${given.prefix}`),
  county: '雲林縣',
});

/** Two senior high schools, a 完全中學, a 國中 and a 國小; all invented, as 「示範」 in their names says. */
export const DEMO_SCHOOLS: readonly DemoSchool[] = [
  school({
    prefix: 'xr',
    code: '999301',
    name: '旭日示範高級中學',
    jurisdiction: 'national',
    address: '雲林縣斗六市示範一路1號',
    phone: '05-5550301',
    students: { 'senior-high': 620 },
    departments: [
      ['GENERAL', '普通科'],
      ['COMPREHENSIVE', '綜合高中學術學程'],
    ],
  }),
  school({
    prefix: 'qh',
    code: '999401',
    name: '青禾示範高級工商職業學校',
    jurisdiction: 'national',
    address: '雲林縣虎尾鎮示範二路2號',
    phone: '05-5550401',
    students: { 'senior-high': 600 },
    departments: [
      ['VOCATIONAL', '資訊科'],
      ['VOCATIONAL', '電機科'],
      ['VOCATIONAL', '商業經營科'],
      ['PRACTICAL', '餐飲技術科'],
      ['CONTINUING', '機械科'],
      ['COOPERATIVE', '汽車科'],
    ],
  }),
  school({
    prefix: 'mh',
    code: '999302',
    name: '明湖示範高級中學（完全中學）',
    jurisdiction: 'county',
    address: '雲林縣西螺鎮示範三路3號',
    phone: '05-5550302',
    students: { 'senior-high': 300, 'junior-high': 300 },
    departments: [['GENERAL', '普通科']],
  }),
  school({
    prefix: 'sf',
    code: '999501',
    name: '松風示範國民中學',
    jurisdiction: 'county',
    address: '雲林縣北港鎮示範四路4號',
    phone: '05-5550501',
    students: { 'junior-high': 330 },
    departments: [],
  }),
  school({
    prefix: 'zx',
    code: '999601',
    name: '竹溪示範國民小學',
    jurisdiction: 'county',
    address: '雲林縣古坑鄉示範五路5號',
    phone: '05-5550601',
    students: { elementary: 240 },
    departments: [],
  }),
];
