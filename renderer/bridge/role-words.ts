import type { Role } from '../../shared/domain/account/role.ts';
import type { Translate } from '../../shared/text/index.ts';

/** 帳號類別 of an account as one text: 「導師、輔導人員」 [A:1113]. */
export const roleWords = (t: Translate, roles: readonly Role[]): string =>
  roles.map((role) => t(`role.${role}`)).join(t('value.and'));
