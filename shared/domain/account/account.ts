import { z } from 'zod';
import { School } from '../school/school.ts';
import { Role } from './role.ts';

/** Who did something, as it is written into every operation and shown in the timeline. */
export const Actor = z.strictObject({
  accountId: z.uuid(),
  name: z.string().min(1).max(60),
  roles: z.array(Role).min(1).max(12),
  schoolId: z.uuid(),
});
export type Actor = z.infer<typeof Actor>;

/** The signed-in account as central describes it to the desktop. */
export const SessionAccount = z.object({
  accountId: z.uuid(),
  /** 帳號 */
  account: z.string(),
  name: z.string(),
  roles: z.array(Role),
  /** Null for a county officer or an administrator, who belong to no school. */
  school: School.nullable(),
  /** 主要通報人 of the school, so that staff know whom to ask [A:219]; null where a regime has none. */
  primaryName: z.string().nullable(),
  /** 縣市 of a county officer; null for everybody else. */
  county: z.string().nullable(),
  /** 電子信箱, 連絡電話; empty where none was ever given. */
  email: z.string(),
  phone: z.string(),
  /** From it 密碼到期剩餘天數 is counted (domain §1.4.12). */
  passwordSetAt: z.iso.datetime(),
  /** TOTP: not for this account, could be switched on, has to be before any work, is on. */
  secondFactor: z.enum(['none', 'off', 'required', 'on']),
});
export type SessionAccount = z.infer<typeof SessionAccount>;
