import type { PasswordCost } from '../../central/auth/password.ts';

/** Argon2 as cheap as it goes, so that tests sign in fast; the real floor has its own test. */
export const CHEAP: PasswordCost = { memoryCost: 8, timeCost: 1, parallelism: 1 };
