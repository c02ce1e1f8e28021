/** What startCentral() gives: the address, the demo's accounts and a way to stop it. */
export interface RunningCentral {
  readonly url: string;
  readonly accounts: readonly Record<string, unknown>[];
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export function startCentral(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<RunningCentral>;
