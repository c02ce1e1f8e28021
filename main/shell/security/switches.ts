/**
 * Command-line switches that would open a packaged program to whoever starts it: debugging ports,
 * foreign code, weaker web security, other networks. No fuse covers most of them [security 5].
 */
const DANGEROUS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'allow-file-access-from-files',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'host-rules',
  'host-resolver-rules',
  'unsafely-treat-insecure-origin-as-secure',
  'ssl-key-log-file',
  'log-net-log',
  'user-data-dir',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'enable-crash-reporter',
] as const;

/**
 * The first dangerous switch among the words that the program was started with. Not Chromium's own list
 * of switches: Electron puts some of these on it by itself.
 */
export function findDangerousSwitch(words: readonly string[]): string | undefined {
  const names = new Set(words.map(switchName));
  return DANGEROUS.find((name) => names.has(name));
}

/** Chromium takes `--name`, `-name` and, on Windows, `/name`, there in any case. */
const switchName = (word: string): string | undefined =>
  /^(?:--|-|\/)([a-z0-9-]+)(?:=|$)/i.exec(word)?.[1]?.toLowerCase();
