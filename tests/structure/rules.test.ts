import { describe, expect, test } from 'vitest';
import { read, repositoryFiles } from './repository.ts';
import { citedIn, disagreements, misshapenRules, readRules } from './rules.ts';

const withText = (path: string) => ({ path, text: read(path) });
const ruleFiles = repositoryFiles().filter((file) => /^(shared|main|central)\/.*RULES\.md$/.test(file));
const testFiles = repositoryFiles().filter((file) => /^tests\/.*\.tsx?$/.test(file));
const rules = readRules(ruleFiles.map(withText));
const found = disagreements(
  rules,
  testFiles.filter((file) => !file.startsWith('tests/structure/')).map(withText),
);

test('every rule has a test whose title cites it', () => {
  expect(rules.stated.size).toBeGreaterThan(0);
  expect(found.untested).toEqual([]);
});

test('no test cites a rule that does not exist', () => {
  expect(found.unknown).toEqual([]);
});

test('every rule has one number of its own', () => {
  expect(rules.twice).toEqual([]);
});

test.each(ruleFiles)('%s states its rules in the form that is read', (file) => {
  expect(misshapenRules(read(file))).toEqual([]);
  expect(readRules([withText(file)]).stated.size).toBeGreaterThan(0);
});

describe('the check itself', () => {
  const planted = readRules([{ path: 'shared/x/RULES.md', text: '- **[SY1]** one\n- **[SY2]** two\n' }]);

  test('misses nothing that is cited, alone or with others', () => {
    const source = "test('[SY1] a', …); test.each(rows)('[security 7.5] [ID3] %s'); it(`[AB4, AB5] b`)";
    expect([...citedIn(source)]).toEqual(['SY1', 'ID3', 'AB4', 'AB5']);
  });

  test('counts no comment as a citation', () => {
    expect(citedIn("// '[SY1] said here'\n * '[SY2] and here'\n").size).toBe(0);
  });

  test('finds a rule without a test', () => {
    const { untested } = disagreements(planted, [{ path: 'a.test.ts', text: "test('[SY1] one')" }]);
    expect(untested).toEqual(['SY2 (shared/x/RULES.md)']);
  });

  test('finds a cited rule that is not there, but leaves the numbers of others alone', () => {
    const text = "test('[SY1] [SY9] one'); test('[security 7.5] [A4] two')";
    expect(disagreements(planted, [{ path: 'a.test.ts', text }]).unknown).toEqual(['SY9 (a.test.ts)']);
  });

  test('finds a rule that is stated twice or in another form', () => {
    expect(readRules([{ path: 'x', text: '- **[SY1]** one\n- **[SY1]** two\n' }]).twice).toEqual(['SY1']);
    expect(misshapenRules('- [SY1] one\n**[SY2]** two\n- **[SY3]** three\n')).toHaveLength(2);
  });
});
