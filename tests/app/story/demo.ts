import { readFileSync } from 'node:fs';
import { findRuntime } from '../../../scripts/runtime/find.mjs';
import { Recorder } from './recorder.ts';
import { playStory } from './story.ts';

/** Plays the story into the folder given: demo.json, a picture of every screen, the papers as PDF. */
const out = process.argv[2] ?? 'demo-out';
const recorder = new Recorder(out, (line) => console.log(line));
const runtime = await findRuntime({ allowTrial: true });
await playStory(recorder);

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
await recorder.write('demo.json', {
  runtime: { kind: runtime.kind, electron: runtime.version },
  versions: { xuelu: version, node: process.versions.node, platform: `${process.platform} ${process.arch}` },
  steps: recorder.steps,
});
const held = recorder.steps.length > 0 && recorder.failed === undefined;
console.log(
  `${recorder.steps.filter((step) => step.ok).length} of ${recorder.steps.length} steps held: ${out}`,
);
process.exit(held ? 0 : 1);
