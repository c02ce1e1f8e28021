import { z } from 'zod';
import { Role } from '../domain/account/role.ts';
import { Jurisdiction } from './account-shapes.ts';

const Typed = z.string().max(400);

/** What stands on the paper already; null prints the blank form. */
const Person = z.object({
  schoolName: Typed,
  schoolCode: Typed,
  jurisdiction: Jurisdiction.nullable(),
  roles: z.array(Role).max(12),
  account: Typed,
  name: Typed,
  phone: Typed,
  email: Typed,
});

/**
 * A paper of the account flows: 帳號申請單, 主通帳號移轉申請表, the draft of the official letter with its
 * recipient by 主管機關 [A:125–126], and the 移交清單 of the signed-in 主通.
 */
export const AccountPaper = z.discriminatedUnion('form', [
  z.object({ form: z.literal('accountForm'), person: Person.nullable() }),
  z.object({ form: z.literal('transferForm'), successor: Person.nullable(), outgoing: Person.nullable() }),
  z.object({
    form: z.literal('letter'),
    about: z.enum(['primary', 'transfer', 'promotion']),
    person: Person,
  }),
  z.object({ form: z.literal('handover') }),
]);
export type AccountPaper = z.infer<typeof AccountPaper>;
