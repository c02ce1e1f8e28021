import { hash, verify } from '@node-rs/argon2';

/** Cost of Argon2id. */
export interface PasswordCost {
  /** KiB. */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** Floor of the product: 64 MiB, three passes, four lanes (security §2, §6). */
export const PASSWORD_COST: PasswordCost = { memoryCost: 65_536, timeCost: 3, parallelism: 4 };

/** Argon2id is the default of the library; salt and cost stand in the text. */
export const hashPassword = (password: string, cost: PasswordCost): Promise<string> => hash(password, cost);

const dummies = new Map<string, Promise<string>>();

/** A hash of nobody's password at the same cost. */
function dummyHash(cost: PasswordCost): Promise<string> {
  const key = JSON.stringify(cost);
  const dummy = dummies.get(key) ?? hashPassword('nobody has this password', cost);
  dummies.set(key, dummy);
  return dummy;
}

/**
 * Checks a password. Without a stored hash it works as long and says no, so that an unknown account
 * cannot be told from a wrong password by the clock.
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
  cost: PasswordCost,
): Promise<boolean> {
  const right = await verify(stored ?? (await dummyHash(cost)), password);
  return stored !== null && right;
}
