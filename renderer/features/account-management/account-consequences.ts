import type { AccountDetail } from '../../../shared/contract/account-shapes.ts';
import { moveAccount } from '../../../shared/domain/account/account-state.ts';
import type { Translate } from '../../../shared/text/index.ts';
import type { Consequence } from '../../ui/act-sheet/consequences.ts';
import type { EditField, EditValues } from './edit-values.ts';

/** What 更新 amounts to; the verb on its button is `accounts.verb.<kind>`. */
export type UpdateKind = 'disable' | 'enable' | 'change';

export const kindOfUpdate = (changed: readonly EditField[], { status }: EditValues): UpdateKind =>
  changed.includes('status') ? status : 'change';

const line = (aspect: Consequence['aspect'], text: string): Consequence => ({ aspect, text });

/** Who is told by mail, what stops and what follows (domain §1.4.6, §1.4.7, §1.4.9). */
export function consequencesOfUpdate(
  t: Translate,
  detail: Pick<AccountDetail, 'state' | 'passwordSetAt' | 'roles'>,
  changed: readonly EditField[],
  values: EditValues,
): readonly Consequence[] {
  const { email } = values;
  const mailed = (text: string) =>
    line('told', email.trim() === '' ? t('accounts.told.noMail') : t(text, { email }));
  const kind = kindOfUpdate(changed, values);
  switch (kind) {
    case 'disable':
      return [
        mailed('accounts.told.disable'),
        line('ends', t('accounts.ends.disable')),
        line(
          'follows',
          t(
            detail.roles.includes('PRIMARY') ? 'accounts.follows.disablePrimary' : 'accounts.follows.disable',
          ),
        ),
      ];
    case 'enable': {
      const next = moveAccount(detail.state, 'enable', detail.passwordSetAt !== null);
      return [
        mailed(next === 'invited' ? 'accounts.told.enableNew' : 'accounts.told.enable'),
        line('follows', t(next === 'invited' ? 'accounts.follows.enableNew' : 'accounts.follows.enable')),
      ];
    }
    case 'change': {
      const fields = (['roles', 'email'] as const).filter((field) => changed.includes(field));
      const follows = fields.length > 1 ? 'rolesAndEmail' : (fields[0] ?? 'change');
      return [
        line('told', t('accounts.told.change')),
        ...(changed.includes('account') ? [line('ends', t('accounts.ends.account'))] : []),
        line('follows', t(`accounts.follows.${follows}`)),
      ];
    }
    default:
      return kind satisfies never;
  }
}
