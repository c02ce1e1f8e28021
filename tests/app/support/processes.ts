import { execFileSync } from 'node:child_process';

/** One running process of this computer. */
interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Both kinds of core process: the forked Node of the trial runtime, and Electron's utility process. */
const CORE = /core-process\.cjs|node\.mojom\.NodeService/;

function listProcesses(): readonly Running[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}

function childrenOf(pid: number, all: readonly Running[]): readonly Running[] {
  const children = all.filter(({ parent }) => parent === pid);
  return [...children, ...children.flatMap((child) => childrenOf(child.pid, all))];
}

/** The core process of the application with this process id; undefined while it is being started. */
export const findCorePid = (appPid: number): number | undefined =>
  childrenOf(appPid, listProcesses()).find(({ command }) => CORE.test(command))?.pid;

/** `kill -9` of the core process alone. */
export function killCore(appPid: number): void {
  const pid = findCorePid(appPid);
  if (pid === undefined) throw new Error('the application has no core process');
  process.kill(pid, 'SIGKILL');
}

/** `kill -9` of a process and of everything that it started, as a power cut takes them. */
export function killAll(pid: number): void {
  for (const one of [pid, ...childrenOf(pid, listProcesses()).map((child) => child.pid)]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}
