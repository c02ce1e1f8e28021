import { officialRuntime } from './official.mjs';
import { trialRuntime } from './trial.mjs';

/**
 * Finds the Electron to run, in this order: an installed official one; the official installer; and,
 * only where `allowTrial` is given (tests, demo, local trial), the old real Electron 25.1.1 from a
 * registry package. `XUELU_RUNTIME=trial` goes straight to the last.
 *
 * @param {{ allowTrial: boolean, log?: (line: string) => void }} options
 * @returns {Promise<{ executable: string, version: string, kind: 'official' | 'trial', args: string[] }>}
 * @throws {Error} with one sentence for the person when there is none.
 */
export async function findRuntime({ allowTrial, log = console.log }) {
  const wantTrial = process.env['XUELU_RUNTIME'] === 'trial';
  if (wantTrial && !allowTrial) throw new Error('XUELU_RUNTIME=trial is not allowed for this command.');

  const trialPossible = allowTrial && process.platform === 'linux' && process.arch === 'x64';
  const official = wantTrial ? undefined : await officialRuntime({ patient: !trialPossible, log });
  if (official) return announce({ ...official, kind: 'official', args: platformArgs() }, log);

  if (!allowTrial) {
    throw new Error(
      'There is no Electron on this computer: run "npx install-electron" where its releases can be reached.',
    );
  }
  if (!trialPossible) {
    throw new Error(
      `There is no Electron on this computer, and the trial runtime exists for Linux x64 only (this is ` +
        `${process.platform} ${process.arch}): run "npx install-electron" where its releases can be reached.`,
    );
  }
  return announce({ ...(await trialRuntime({ log })), kind: 'trial', args: platformArgs() }, log);
}

/** @template {{ executable: string, version: string, kind: string }} T @param {T} runtime @returns {T} */
function announce(runtime, log) {
  const which = runtime.kind === 'official' ? 'official' : 'trial runtime, for tests and demo only';
  log(`Electron ${runtime.version} (${which}): ${runtime.executable}`);
  return runtime;
}

/**
 * Chromium's sandbox refuses to run as root, so only then it is off. On a bare session bus (no desktop
 * is named) Chromium would not look for the keyring by itself.
 */
function platformArgs() {
  if (process.platform !== 'linux') return [];
  const env = process.env;
  const bareBus = env['DBUS_SESSION_BUS_ADDRESS'] !== undefined && !env['XDG_CURRENT_DESKTOP'];
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(bareBus ? ['--password-store=gnome-libsecret'] : []),
  ];
}
