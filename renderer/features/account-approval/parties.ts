import type { RequestDetail } from '../../../shared/contract/account-shapes.ts';
import type { Translate } from '../../../shared/text/index.ts';
import { roleWords } from '../../bridge/role-words.ts';

export interface PartyRow {
  readonly label: string;
  /** 原主通. */
  readonly outgoing: string;
  /** 新主通. */
  readonly incoming: string;
  readonly differs: boolean;
}

type Party = RequestDetail['applicant'];

const FIELDS = ['name', 'account', 'roles', 'email', 'phone'] as const;

/** 原主通 → 新主通, field by field; what is not the same is marked, capitals and blanks count. */
export const partyRows = (t: Translate, outgoing: Party | null, incoming: Party): readonly PartyRow[] =>
  FIELDS.map((field) => {
    const words = (party: Party | null): string => {
      if (party === null) return '';
      return field === 'roles' ? roleWords(t, party.roles) : party[field];
    };
    const [before, after] = [words(outgoing), words(incoming)];
    return {
      label: t(`approvals.field.${field}`),
      outgoing: before,
      incoming: after,
      differs: outgoing !== null && before !== after,
    };
  });

/** A hand-over of the post of 主通: two people are in it. */
export const isHandOver = ({ kind }: Pick<RequestDetail, 'kind'>): boolean =>
  kind === 'transfer' || kind === 'promotion';
