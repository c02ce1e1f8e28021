import { hardenBeforeReady } from './shell/hardening.ts';
import { startShell } from './shell/start.ts';

if (hardenBeforeReady()) void startShell();
