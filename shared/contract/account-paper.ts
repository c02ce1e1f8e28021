import { z } from 'zod';
import { Role } from '../domain/account/role.ts';
import { Jurisdiction } from './account-shapes.ts';

const HALF_SURROGATE = /\p{Cs}/u;
/** What is printed is hashed as canonical JSON, which half a surrogate pair can not be (CJ5). */
const Typed = z
  .string()
  .max(400)
  .refine((text) => !HALF_SURROGATE.test(text));

/** What stands on the paper already; null prints the blank form. */
export const PaperPerson = z.object({
  schoolName: Typed,
  schoolCode: Typed,
  /** 縣市, for the recipient of the letter; empty when not known. */
  county: Typed.default(''),
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
  z.object({ form: z.literal('accountForm'), person: PaperPerson.nullable() }),
  z.object({
    form: z.literal('transferForm'),
    successor: PaperPerson.nullable(),
    outgoing: PaperPerson.nullable(),
  }),
  z.object({
    form: z.literal('letter'),
    about: z.enum(['primary', 'transfer', 'promotion']),
    person: PaperPerson,
  }),
  z.object({ form: z.literal('handover') }),
]);
export type PaperPerson = z.infer<typeof PaperPerson>;
export type AccountPaper = z.infer<typeof AccountPaper>;
