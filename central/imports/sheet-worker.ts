import { parentPort, workerData } from 'node:worker_threads';
import { readCells } from './read-cells.ts';

/** The thread that opens a list of somebody else: told the bytes, says the cells, and ends. */
const bytes: unknown = workerData;
if (bytes instanceof Uint8Array) parentPort?.postMessage(await readCells(Buffer.from(bytes)));
