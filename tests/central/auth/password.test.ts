import { expect, test } from 'vitest';
import { hashPassword, PASSWORD_COST, verifyPassword } from '../../../central/auth/password.ts';

test('[security §6] passwords are hashed with Argon2id, 64 MiB, three passes, four lanes', async () => {
  const stored = await hashPassword('Zhutong#25', PASSWORD_COST);
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/);
  expect(await verifyPassword(stored, 'Zhutong#25', PASSWORD_COST)).toBe(true);
  expect(await verifyPassword(stored, 'Zhutong#26', PASSWORD_COST)).toBe(false);
});

test('nobody has the password of nobody', async () => {
  expect(await verifyPassword(null, 'nobody has this password', PASSWORD_COST)).toBe(false);
});
