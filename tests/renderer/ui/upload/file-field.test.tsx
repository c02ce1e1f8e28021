import { createEvent, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { FileField } from '../../../../renderer/ui/upload/file-field.tsx';
import type { PickedFile } from '../../../../renderer/ui/upload/read-file.ts';
import { FILE_MAX } from '../../../../shared/domain/account/request.ts';
import { axeProblems } from '../../../helpers/axe.ts';
import { renderInApp } from '../../../helpers/window-app.tsx';

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const aFile = (name: string, bytes: readonly number[] = PDF) => new File([new Uint8Array(bytes)], name);

/** A file whose bytes come as told: as it is when it went away or grew while it was being read. */
const withBytes = (file: File, read: () => Promise<ArrayBuffer>): File =>
  Object.defineProperty(file, 'arrayBuffer', { value: read });

const seen: (PickedFile | null)[] = [];

function Host() {
  const [file, setFile] = useState<PickedFile | null>(null);
  seen.splice(0, seen.length, file);
  return <FileField id="file" label="掃描檔" required file={file} onFile={setFile} problem={undefined} />;
}

const open = () => renderInApp(<Host />);
const input = () => screen.findByLabelText<HTMLInputElement>(/^掃描檔/, { selector: 'input' });

test('picked: name as text and size, the bytes as they were; then replaced, then taken away', async () => {
  const { user, container } = open();
  await user.upload(await input(), aFile('<img onerror=x>.pdf'));
  expect(await screen.findByText('<img onerror=x>.pdf')).toBeDefined();
  expect(container.querySelector('img')).toBeNull();
  expect(seen[0]).toEqual({
    name: '<img onerror=x>.pdf',
    size: 6,
    contentBase64: btoa(String.fromCharCode(...PDF)),
  });
  expect(await axeProblems(container)).toEqual([]);
  await user.upload(await input(), aFile('b.png', PNG));
  expect(await screen.findByText('b.png')).toBeDefined();
  await user.click(screen.getByRole('button', { name: '移除檔案' }));
  expect(screen.queryByText('b.png')).toBeNull();
  expect(seen[0]).toBeNull();
  expect(document.activeElement).toBe(await input());
});

test('dropped', async () => {
  open();
  const area = (await input()).parentElement as HTMLElement;
  const drop = createEvent.drop(area);
  Object.defineProperty(drop, 'dataTransfer', { value: { files: [aFile('c.pdf')] } });
  fireEvent(area, drop);
  expect(drop.defaultPrevented).toBe(true);
  expect(await screen.findByText('c.pdf')).toBeDefined();
});

test('a large one comes whole', async () => {
  const { user } = open();
  const bytes = [...PDF, ...Array.from({ length: 100_000 }, (_, index) => index % 256)];
  await user.upload(await input(), aFile('d.pdf', bytes));
  await screen.findByText('d.pdf');
  const back = Uint8Array.from(atob(seen[0]?.contentBase64 ?? ''), (sign) => sign.charCodeAt(0));
  expect([...back]).toEqual(bytes);
});

test.each([
  ['a.pdf', [], /檔案沒有內容/],
  ['a.pdf.exe', PDF, /只接受 PDF、JPG、PNG/],
  ['a.pdf', [0x3c, 0x68, 0x74, 0x6d, 0x6c, 0x3e], /只接受 PDF、JPG、PNG/],
  ['a.heic', PDF, /只接受 PDF、JPG、PNG/],
] as const)('[security 7.32] %s %j is refused in words', async (name, bytes, sentence) => {
  open();
  fireEvent.change(await input(), { target: { files: [aFile(name, bytes)] } });
  expect(await screen.findByText(sentence)).toBeDefined();
  expect((await input()).getAttribute('aria-invalid')).toBe('true');
  expect(seen[0]).toBeNull();
});

test('[security 7.32] too large is told before it is read', async () => {
  open();
  let reads = 0;
  const file = withBytes(aFile('e.pdf'), () => Promise.resolve(new ArrayBuffer((reads += 1))));
  Object.defineProperty(file, 'size', { value: FILE_MAX + 1 });
  fireEvent.change(await input(), { target: { files: [file] } });
  expect(await screen.findByText('檔案超過 10 MB')).toBeDefined();
  expect(reads).toBe(0);
});

test.each([
  ['went away', () => Promise.reject(new DOMException('gone', 'NotFoundError'))],
  ['changed', () => Promise.resolve(new Uint8Array([...PDF, 1, 2, 3]).buffer)],
] as const)(
  '[security 7.33] a file that %s while it was read is told; the one before stays',
  async (_, read) => {
    const { user } = open();
    await user.upload(await input(), aFile('first.pdf'));
    await screen.findByText('first.pdf');
    fireEvent.change(await input(), { target: { files: [withBytes(aFile('second.pdf'), read)] } });
    expect(await screen.findByText(/檔案讀取時已移動或變更/)).toBeDefined();
    expect(screen.getByText('first.pdf')).toBeDefined();
    expect(seen[0]?.name).toBe('first.pdf');
  },
);

test('[security 7.34] a name that turns the reading direction shows itself as it is', async () => {
  const { user } = open();
  await user.upload(await input(), aFile('a\u202Efdp.pdf'));
  expect(await screen.findByText('afdp.pdf')).toBeDefined();
});
