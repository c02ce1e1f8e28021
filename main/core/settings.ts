import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkCentralUrl } from './api/central-url.ts';
import { findText, writeDurably } from './durable-file.ts';

/** What this computer knows before anybody signs in; no personal data. */
const Settings = z.object({ centralUrl: z.string().nullable() });

/** The address of central: the administrator's policy wins over what was typed. */
export interface Settings {
  readonly centralUrl: string | null;
  readonly centralFixed: boolean;
  setCentralUrl(url: string): void;
}

function readUrl(path: string): string | null {
  try {
    return Settings.parse(JSON.parse(findText(path) ?? '')).centralUrl;
  } catch {
    return null;
  }
}

const checked = (url: string | null): string | null => {
  const result = url === null ? null : checkCentralUrl(url);
  return result?.ok === true ? result.value : null;
};

export function openSettings(vaultDir: string, policyUrl: string | null): Settings {
  const path = join(vaultDir, 'settings.json');
  let centralUrl = checked(policyUrl ?? readUrl(path));
  return {
    get centralUrl() {
      return centralUrl;
    },
    centralFixed: policyUrl !== null,
    setCentralUrl: (url) => {
      mkdirSync(vaultDir, { recursive: true });
      writeDurably(path, JSON.stringify({ centralUrl: url }));
      centralUrl = url;
    },
  };
}
