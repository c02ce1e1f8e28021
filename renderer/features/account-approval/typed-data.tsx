import { IconArrowNarrowRight, IconEqualNot } from '@tabler/icons-react';
import type { RequestDetail } from '../../../shared/contract/account-shapes.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { roleWords } from '../../bridge/role-words.ts';
import { useFormat, useText, type Format } from '../../bridge/text.ts';
import { Facts, type Fact } from '../../ui/facts/facts.tsx';
import { isHandOver, partyRows } from './parties.ts';
import css from './account-approval.module.css';

/** What was typed, to be compared with the scan beside it. */
export function TypedData({ detail }: { readonly detail: RequestDetail }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {isHandOver(detail) ? <Parties detail={detail} /> : <Facts facts={applicantFacts(t, detail)} />}
      <h3 className={css['part']}>{t('approvals.school')}</h3>
      <Facts facts={schoolFacts(t, detail)} />
      <h3 className={css['part']}>{t('approvals.request')}</h3>
      <Facts facts={requestFacts(t, format, detail)} />
    </>
  );
}

/** 原主通 → 新主通, side by side; what differs has a mark, a word for readers and weight. */
function Parties({ detail }: { readonly detail: RequestDetail }) {
  const t = useText();
  return (
    <table className={css['parties']} aria-label={t('approvals.parties')}>
      <thead>
        <tr>
          <th scope="col">
            <span className="only-read">{t('approvals.field')}</span>
          </th>
          <th scope="col">{t('approvals.outgoing')}</th>
          <th scope="col">
            <IconArrowNarrowRight size="1.1em" aria-hidden /> {t('approvals.incoming')}
          </th>
        </tr>
      </thead>
      <tbody>
        {partyRows(t, detail.outgoing, detail.applicant).map((row) => (
          <tr key={row.label} data-differs={row.differs || undefined}>
            <th scope="row">{row.label}</th>
            <td>
              {detail.outgoing === null ? t('approvals.noOutgoing') : row.outgoing || t('accounts.nothing')}
            </td>
            <td>
              {row.differs ? <Differs /> : null}
              {row.incoming || t('accounts.nothing')}
            </td>
          </tr>
        ))}
        {detail.status === 'pending' ? (
          <tr>
            <th scope="row">{t('approvals.afterwards')}</th>
            <td>{t(detail.outgoing === null ? 'approvals.noOutgoing' : 'approvals.afterwards.outgoing')}</td>
            <td>{t('approvals.afterwards.incoming')}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function Differs() {
  const t = useText();
  return (
    <span className={css['differs']}>
      <IconEqualNot size="1em" aria-hidden />
      <span className="only-read">{t('approvals.differs')} </span>
    </span>
  );
}

const applicantFacts = (t: Translate, { applicant }: RequestDetail): readonly Fact[] => [
  [t('approvals.field.roles'), roleWords(t, applicant.roles)],
  [t('approvals.field.name'), applicant.name],
  [t('approvals.field.account'), applicant.account],
  [t('approvals.field.email'), applicant.email || t('accounts.nothing')],
  [t('approvals.field.phone'), applicant.phone || t('accounts.nothing')],
];

const schoolFacts = (t: Translate, { school }: RequestDetail): readonly Fact[] => [
  [t('approvals.school.name'), t('approvals.school.named', { name: school.name, code: school.code })],
  [t('approvals.school.county'), school.county],
  [t('approvals.school.jurisdiction'), t(`jurisdiction.${school.jurisdiction}`)],
  [t('approvals.school.address'), school.address || t('accounts.nothing')],
  [t('approvals.school.phone'), school.phone || t('accounts.nothing')],
];

const requestFacts = (t: Translate, format: Format, detail: RequestDetail): readonly Fact[] => [
  [t('approvals.requestedBy'), detail.requestedBy],
  [t('approvals.createdAt'), format.dateTime(detail.createdAt)],
  ...(detail.decidedAt === null
    ? []
    : [[t('approvals.decidedAt'), format.dateTime(detail.decidedAt)] as const]),
  ...(detail.decidedBy === null ? [] : [[t('approvals.decidedBy'), detail.decidedBy] as const]),
  ...(detail.letter === null
    ? []
    : [
        [t('letter.number'), detail.letter.number] as const,
        [t('letter.date'), format.date(detail.letter.date)] as const,
      ]),
  ...(detail.reason === null ? [] : [[t('approvals.reason'), detail.reason] as const]),
];
