import { appendFileSync } from 'node:fs';
import { openSqliteTables } from '../../main/core/vault/sqlite/sqlite-tables.ts';
import { vaultFiles } from '../../main/core/vault/vault-files.ts';
import { recoverVault } from '../../main/core/vault/vault.ts';
import { nextId } from './case-builders.ts';

/** A process that gives one vault a new password after another by recovery until it is killed, and says each. */
const [folder = '', deviceKey = '', recoveryKey = '', accountId = '', said = '', first = '0'] =
  process.argv.slice(2);
const key = Buffer.from(deviceKey, 'base64');
const kdf = { memory: 64, passes: 1, lanes: 1 };
const place = {
  files: vaultFiles(folder, key, 'https://central.example', 'chen'),
  deviceKey: key,
  deviceId: 'device',
  parts: { openTables: openSqliteTables, kdf, kdfFloor: kdf, newId: nextId },
};

for (let n = Number(first); ; n += 1) {
  const recovery = Buffer.from(recoveryKey, 'base64');
  const vault = await recoverVault(place, recovery, `New-Password-${n}`, accountId);
  if (vault === undefined) throw new Error('not recovered');
  vault.keepRecovery(recovery);
  vault.close();
  appendFileSync(said, `${n}\n`);
}
