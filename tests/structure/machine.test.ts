import { expect, test } from 'vitest';
import { machineLines } from './machine.ts';
import { read, repositoryFiles, root } from './repository.ts';

const BINARY = /\.(png|ico|icns|ttf|otf|woff2?|pdf|gz|zip)$/;

test('no committed file names a folder of this computer or a host of packages', () => {
  const found = repositoryFiles()
    .filter((file) => !BINARY.test(file))
    .flatMap((file) => machineLines(read(file)).map((line) => `${file}: ${line.trim().slice(0, 200)}`));
  expect(found).toEqual([]);
});

test('such a line is found', () => {
  const place = ['', 'work', 'some', 'file.ts'].join('/');
  const host = `https://${['registry', 'npmjs', 'org'].join('.')}/zod`;
  const entry = JSON.stringify({ resolved: 'https://host/x.tgz' }, null, 2);
  expect(machineLines([`see ${place}`, `from ${host}`, entry, 'in framework/core'].join('\n'))).toHaveLength(
    3,
  );
  expect(machineLines(`cd ${root}/x`)).toHaveLength(root.split(/[\\/]/).length > 2 ? 1 : 0);
});
