import type { AccountPaper, PaperPerson } from '../../../shared/contract/account-paper.ts';
import type { PrintBlock } from '../../../shared/contract/print.ts';
import { ROLES, type Role } from '../../../shared/domain/account/role.ts';
import type { Translate } from '../../../shared/text/index.ts';
import type { Pair } from './pairs.ts';

/** A paper of the account flows as its blocks, and what stands in its head. */
export interface AccountSheet {
  readonly title: string;
  readonly schoolName: string;
  readonly blocks: readonly PrintBlock[];
}

/** Room to write by hand where nothing was typed. */
const cell = (label: string, value: string, span: Pair['span'] = 2): Pair => ({ label, value, span });

/** Both signs are in every font of the paper; a ticked box is not. */
const tick = (on: boolean, label: string): string => `${on ? '■' : '□'}${label}`;

/** 帳號類別 that a paper can name: everything that a school or a county applies for. */
const ASKED: readonly Role[] = ROLES.filter((role) => role === 'PRIMARY' || role === 'BUREAU');

const jurisdictionTicks = (person: PaperPerson | null, t: Translate): string =>
  (['national', 'county'] as const)
    .map((code) => tick(person?.jurisdiction === code, t(`jurisdiction.${code}`)))
    .join('　');

const schoolPairs = (person: PaperPerson | null, t: Translate): Pair[] => [
  cell(t('papers.school'), person?.schoolName ?? '', 2),
  cell(t('papers.schoolCode'), person?.schoolCode ?? '', 2),
  cell(t('papers.jurisdiction'), jurisdictionTicks(person, t), 4),
];

const personPairs = (person: PaperPerson | null, t: Translate): Pair[] => [
  cell(t('papers.name'), person?.name ?? ''),
  cell(t('papers.account'), person?.account ?? ''),
  cell(t('papers.phone'), person?.phone ?? ''),
  cell(t('papers.email'), person?.email ?? ''),
];

const fields = (pairs: Pair[]): PrintBlock => ({ kind: 'fields', pairs, tall: true });
const heading = (text: string): PrintBlock => ({ kind: 'heading', text });
const note = (text: string): PrintBlock => ({ kind: 'note', text });

/** 教育部中途離校學生通報系統-帳號申請單 [A:62, 117], blank or with what was typed. */
function accountForm({ person }: Extract<AccountPaper, { form: 'accountForm' }>, t: Translate): AccountSheet {
  const roles = ASKED.map((role) => tick(person?.roles.includes(role) === true, t(`role.${role}`))).join(
    '　',
  );
  return {
    title: t('papers.accountForm'),
    schoolName: person?.schoolName ?? '',
    blocks: [
      heading(t('papers.applicantUnit')),
      fields([cell(t('papers.date'), t('papers.dateBlank'), 4), ...schoolPairs(person, t)]),
      heading(t('papers.applicant')),
      fields([cell(t('papers.roles'), roles, 4), ...personPairs(person, t)]),
      heading(t('papers.notes')),
      note(t('papers.accountForm.note1')),
      note(t('papers.accountForm.note2')),
      heading(t('print.signatures')),
      { kind: 'signatures', boxes: [t('papers.applicant'), t('papers.unitHead'), t('sign.PRINCIPAL')] },
      { kind: 'stamp', text: t('papers.stamp') },
    ],
  };
}

/** 主通帳號移轉申請表 [A:61, 142–150]. */
function transferForm(
  { successor, outgoing }: Extract<AccountPaper, { form: 'transferForm' }>,
  t: Translate,
): AccountSheet {
  const school = successor ?? outgoing;
  return {
    title: t('papers.transferForm'),
    schoolName: school?.schoolName ?? '',
    blocks: [
      heading(t('papers.applicantUnit')),
      fields([cell(t('papers.date'), t('papers.dateBlank'), 4), ...schoolPairs(school, t)]),
      heading(t('papers.outgoing')),
      fields(personPairs(outgoing, t)),
      heading(t('papers.successor')),
      fields(personPairs(successor, t)),
      fields([cell(t('papers.cause'), '', 4)]),
      heading(t('papers.notes')),
      note(t('papers.transferForm.note1')),
      note(t('papers.transferForm.note2')),
      heading(t('print.signatures')),
      {
        kind: 'signatures',
        boxes: [t('papers.outgoing'), t('papers.successor'), t('papers.unitHead'), t('sign.PRINCIPAL')],
      },
      { kind: 'stamp', text: t('papers.stamp') },
    ],
  };
}

/** Draft of the official letter: a school under 國教署 writes there, others to their 教育局處 [A:125–126, 150]. */
function letter({ about, person }: Extract<AccountPaper, { form: 'letter' }>, t: Translate): AccountSheet {
  const county = person.jurisdiction === 'county';
  const recipient = county ? t('papers.toCounty', { county: person.county }) : t('papers.toNational');
  const blanks = { school: person.schoolName, name: person.name };
  return {
    title: t('papers.letter'),
    schoolName: person.schoolName,
    blocks: [
      fields([
        cell(t('papers.recipient'), recipient, 4),
        cell(t('papers.letterDate'), t('papers.dateBlank'), 4),
        cell(t('papers.letterNumber'), '', 4),
        cell(t('papers.attachment'), t(`papers.attachment.${about}`), 4),
      ]),
      heading(t('papers.subject')),
      note(t(`papers.subject.${about}`, blanks)),
      heading(t('papers.explanation')),
      note(t(`papers.explanation.${about}`, blanks)),
      note(t('papers.explanation.attachment')),
      note(t(county ? 'papers.explanation.county' : 'papers.explanation.national')),
      { kind: 'signatures', boxes: [t('papers.drafter'), t('papers.unitHead'), t('sign.PRINCIPAL')] },
    ],
  };
}

/** The papers that need nothing but what stands on them. */
export function accountSheet(paper: Exclude<AccountPaper, { form: 'handover' }>, t: Translate): AccountSheet {
  switch (paper.form) {
    case 'accountForm':
      return accountForm(paper, t);
    case 'transferForm':
      return transferForm(paper, t);
    case 'letter':
      return letter(paper, t);
    default:
      return paper satisfies never;
  }
}
