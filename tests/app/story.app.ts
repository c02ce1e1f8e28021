import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { Recorder } from './story/recorder.ts';
import { playStory } from './story/story.ts';

let recorder: Recorder;
beforeAll(async () => {
  recorder = new Recorder(await mkdtemp(join(tmpdir(), 'xuelu-story-')), (line) => console.log(line));
  await playStory(recorder);
}, 600_000);

const textOf = async (name: string): Promise<string> => {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(recorder.file(name))));
  return (await extractText(pdf, { mergePages: true })).text.replaceAll(/\s/g, '');
};

describe('the main job, end to end, in the real application', () => {
  test('[I1] [I2] [I3] every step held: online, offline, over a kill, and when central came back', () => {
    expect(recorder.failed).toBeUndefined();
    expect(recorder.steps.length).toBeGreaterThan(15);
  });

  test('學生通報紀錄表 has real text, 民國 dates and page n/m', async () => {
    const text = await textOf('學生通報紀錄表.pdf');
    expect(text).toContain('學生通報紀錄表');
    expect(text).toContain('主要通報人');
    expect(text).toMatch(/離校日期1\d\d\/\d\d\/\d\d（.）/);
    expect(text).toMatch(/第1頁／共\d+頁/);
    expect(text).not.toContain('離線列印');
  });

  test('學生追蹤紀錄表 has every sent record in order', async () => {
    const text = await textOf('學生追蹤紀錄表.pdf');
    expect(text.indexOf('第1筆')).toBeGreaterThan(0);
    expect(text.indexOf('第2筆')).toBeGreaterThan(text.indexOf('第1筆'));
    expect(text).toContain('學生已返校上課');
  });

  test('[I15] paper printed before the receipt says so and has no number', async () => {
    const text = await textOf('離線列印.pdf');
    expect(text).toContain('離線列印，待系統確認');
    expect(text).toContain('待系統給號');
  });
});
