/** The Electron that was found. `args` go before the project folder on its command line. */
export interface Runtime {
  readonly executable: string;
  readonly version: string;
  readonly kind: 'official' | 'trial';
  readonly args: string[];
}

export function findRuntime(options: { allowTrial: boolean; log?: (line: string) => void }): Promise<Runtime>;
