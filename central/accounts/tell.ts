import type { Awaited } from '../../shared/domain/account/account-state.ts';
import type { CentralContext } from '../context.ts';
import { queueMail, type MailTemplate } from '../mail/queue.ts';
import type { Db } from '../store/database.ts';
import type { AccountRow } from './account-row.ts';
import { findSchoolName } from './describe.ts';
import { requestLink } from './links.ts';

type Addressee = Pick<AccountRow, 'id' | 'account' | 'name' | 'email' | 'school_id'>;

/**
 * Puts a mail to the owner of an account into the outbox; with `purpose` it carries a new link and all
 * earlier ones are void. An account without an address (made before addresses were kept) gets none.
 */
export async function tellAccount(
  trx: Db,
  context: Pick<CentralContext, 'now' | 'newId'>,
  row: Addressee,
  template: MailTemplate,
  purpose?: Awaited,
): Promise<void> {
  if (row.email === '') return;
  const linkId = purpose === undefined ? undefined : await requestLink(trx, context, row.id, purpose);
  const school = await findSchoolName(trx, row.school_id);
  await queueMail(trx, context, {
    accountId: row.id,
    to: row.email,
    template,
    data: { name: row.name, account: row.account, school: school?.name ?? '' },
    ...(linkId === undefined ? {} : { linkId }),
  });
}
