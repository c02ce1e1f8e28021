/** The encrypted database needs this version of Node-API; Electron has it since 35. */
const NEEDED_NODE_API = 10;

/**
 * True on the old runtime that only tests, the demo and a local trial use: its own Node cannot load the
 * encrypted database, so the core runs in a forked Node there.
 */
export const isTrialRuntime = (): boolean => Number(process.versions['napi'] ?? 0) < NEEDED_NODE_API;
