import { taipeiDate } from '../../shared/domain/calendar/taipei.ts';
import { DEMO_ACCOUNTS } from '../demo/demo-accounts.ts';
import { demoSamples } from '../demo/samples.ts';
import type { DemoStudent } from '../demo/demo-students.ts';

/** The one line on stdout: who started us reads it. */
export const readyLine = (url: string, demo: boolean, mails: string | null): string =>
  JSON.stringify({
    ready: true,
    url,
    ...(mails === null ? {} : { mails }),
    accounts: demo
      ? DEMO_ACCOUNTS.map(({ school, account, password, name, roles }) => ({
          school: school?.name ?? null,
          account,
          password,
          name,
          roles,
        }))
      : [],
  });

const line = (what: string, student: DemoStudent | undefined): string =>
  student === undefined
    ? ''
    : `  ${what}: ${student.identity_number} ${student.name} ${student.birth_date}\n`;

/** A few students to try with, on stderr. */
export function sampleLines(now: number): string {
  const { xr, sf } = demoSamples(taipeiDate(now));
  return [
    'demo students (made by formula):\n',
    line('xr, can be filed', xr.ordinary[0]),
    line('xr, 18 tomorrow', xr.adultTomorrow[0]),
    line('xr, 18 today', xr.adultToday[0]),
    line('xr, without 學號', xr.withoutNumber[0]),
    line('xr, enrolled elsewhere', xr.elsewhere[0]),
    line('sf, can be filed', sf.ordinary[0]),
  ]
    .join('')
    .trimEnd();
}

/** Where mails go and where their links lead, on stderr. */
export const mailLine = (folder: string | null, mails: string | null, publicUrl: string): string => {
  const links = `links lead to ${publicUrl}`;
  if (folder === null) return `central: mails leave by XUELU_SMTP_URL; ${links}`;
  return `central: mails stay here, read them ${mails === null ? `in ${folder}` : `at ${mails}`}; ${links}`;
};
