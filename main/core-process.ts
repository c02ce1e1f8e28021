import type {} from 'electron';
import { startCore } from './core/core.ts';
import { runCoreProcess } from './shell/core-host/run-core-process.ts';

runCoreProcess(startCore);
