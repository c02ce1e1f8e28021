import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Delivery } from '../../../shared/contract/core.ts';
import { Jurisdiction } from '../../../shared/contract/account-shapes.ts';
import { ACCOUNT_STATUS, AWAITED } from '../../../shared/domain/account/account-state.ts';
import { FILE_PROBLEMS } from '../../../shared/domain/account/file-problem.ts';
import { PASSWORD_RULES } from '../../../shared/domain/account/password-rule.ts';
import { FILE_KINDS, REQUEST_KINDS, REQUEST_STATUS } from '../../../shared/domain/account/request.ts';
import { ROLES } from '../../../shared/domain/account/role.ts';
import { ACTIONS, LOCK_REASONS } from '../../../shared/domain/case/action.ts';
import { CASE_STATES } from '../../../shared/domain/case/state.ts';
import { DOCUMENT_KINDS } from '../../../shared/domain/identity/kind.ts';
import { StudentFacts } from '../../../shared/domain/student/student.ts';
import { FAILURES } from '../../../shared/failure.ts';
import { fieldsOf, type FieldDef, type FormDef } from '../../../shared/forms/form.ts';
import { fieldLabel } from '../../../shared/forms/format-value.ts';
import { RegimeId } from '../../../shared/regime/regime-id.ts';
import { REGIMES } from '../../../shared/regime/regimes.ts';
import { TEXTS, textFor, type Language } from '../../../shared/text/index.ts';

const LANGUAGES: readonly Language[] = ['zh-TW', 'en'];
const ZH = TEXTS['zh-TW'];
const EN = TEXTS.en;
const KEYS = Object.keys(ZH);

const blanksOf = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();

/** The key as a test of each language: one line per missing text. */
const expectTexts = (keys: readonly string[]) => {
  const missing = LANGUAGES.flatMap((language) =>
    keys.filter((key) => TEXTS[language][key] === undefined).map((key) => `${language} ${key}`),
  );
  expect(missing).toEqual([]);
};

describe('both languages', () => {
  test('[TE1] the same keys', () => {
    expect(Object.keys(EN).toSorted()).toEqual(KEYS.toSorted());
  });

  test('[TE1] no text is empty, and no line of one has outer blanks but what joins others', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of Object.entries(TEXTS[language])) {
        expect(text, `${language} ${key}`).toMatch(/\S/u);
        if (key.startsWith('value.')) continue;
        // An addition in brackets brings the space before it.
        for (const line of text.replace(/^ \(/u, '(').split('\n')) {
          expect(line.trim(), `${language} ${key}`).toBe(line);
        }
      }
    }
  });

  test('[TE2] the same blanks, and no half-written ones', () => {
    for (const key of KEYS) {
      expect(blanksOf(EN[key] ?? ''), key).toEqual(blanksOf(ZH[key] ?? ''));
      for (const text of [ZH[key] ?? '', EN[key] ?? '']) {
        expect(text.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/[{}]/);
      }
    }
  });

  test('[TE1] no key stands in two files of a language', () => {
    for (const folder of ['zh-tw', 'en']) {
      const keys = sourcesOf(`text/${folder}`).flatMap((source) =>
        [...source.matchAll(/^ {2}'?([\w.-]+)'?:/gmu)].map((match) => match[1] ?? ''),
      );
      expect(keys.length).toBeGreaterThan(400);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });
});

/** The TypeScript sources of one folder of shared, subfolders included. */
function sourcesOf(folder: string): readonly string[] {
  const at = fileURLToPath(new URL(`../../../shared/${folder}/`, import.meta.url));
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(at + name, 'utf8'));
}

describe('coverage', () => {
  test('[TE3] roles, acts, locks, deliveries, regimes', () => {
    expectTexts([
      'product.name',
      ...ROLES.flatMap((role) => [`role.${role}`, `roleShort.${role}`]),
      ...ACTIONS.flatMap((action) => [`action.${action}`, `done.${action}`]),
      ...LOCK_REASONS.map((reason) => `lock.${reason}`),
      ...Delivery.options.map((delivery) => `delivery.${delivery}`),
      ...RegimeId.options.map((regime) => `regime.${regime}`),
    ]);
  });

  test.each(RegimeId.options)('[TE3] states of %s, and no others', (id) => {
    const states = CASE_STATES.filter((state) => REGIMES[id].states[state] !== null);
    expectTexts(states.map((state) => `state.${id}.${state}`));
    const others = CASE_STATES.filter((state) => REGIMES[id].states[state] === null);
    expect(others.filter((state) => `state.${id}.${state}` in ZH)).toEqual([]);
  });

  test('[TE3] accounts, requests, files, rules of the password', () => {
    expectTexts([
      ...ACCOUNT_STATUS.map((status) => `accountStatus.${status}`),
      'verified.true',
      'verified.false',
      ...AWAITED.map((link) => `awaited.${link}`),
      ...REQUEST_KINDS.map((kind) => `requestKind.${kind}`),
      ...REQUEST_STATUS.map((status) => `requestStatus.${status}`),
      ...FILE_KINDS.map((kind) => `fileKind.${kind}`),
      ...FILE_PROBLEMS.map((problem) => `fileProblem.${problem}`),
      ...Jurisdiction.options.map((code) => `jurisdiction.${code}`),
      ...PASSWORD_RULES.flatMap((rule) => [`passwordRule.${rule}`, `check.${rule}`]),
    ]);
  });

  const forms = RegimeId.options.flatMap((id): (readonly [string, FormDef])[] => {
    const { filingForm, trackingForm, actions } = REGIMES[id];
    const acts = Object.values(actions).flatMap((row) => (row === null ? [] : [row.form]));
    return [...new Set([filingForm, trackingForm, ...acts])].map((form) => [`${id} ${form.id}`, form]);
  });

  const labelKeys = (form: FormDef, kind: string, id: string) =>
    `${kind}.${form.id}.${id}` in ZH ? `${kind}.${form.id}.${id}` : `${kind}.${id}`;

  const codeKeys = (field: FieldDef): readonly string[] => {
    switch (field.kind) {
      case 'choice': {
        const { codes, table } = field;
        const all = 'byCategory' in codes ? Object.values(codes.byCategory).flat() : codes;
        return all.map((code) => `${table}.${code}`);
      }
      case 'choices':
        return field.codes.map((code) => `${field.table}.${code}`);
      case 'groupedChoices':
        return [
          ...Object.keys(field.groups).map((group) => `${field.groupTable}.${group}`),
          ...Object.values(field.groups)
            .flat()
            .map((code) => `${field.table}.${code}`),
        ];
      case 'yesNo':
      case 'copy':
        return ['yesNo.yes', 'yesNo.no'];
      default:
        return [];
    }
  };

  test.each(forms)('[TE4] %s', (_, form) => {
    expectTexts([
      ...form.pages.map((page) => labelKeys(form, 'page', page.id)),
      ...form.pages.flatMap((page) => page.sections.map((section) => labelKeys(form, 'section', section.id))),
      ...fieldsOf(form).map((field) => `field.${field.id}`),
      ...fieldsOf(form).map((field) => labelKeys(form, 'field', field.id)),
      ...fieldsOf(form).flatMap(codeKeys),
    ]);
  });

  test('[TE4] every key that belongs to one form belongs to one of its parts', () => {
    const own = KEYS.filter((key) => /^(?:page|section|field|hint)\..+\../u.test(key));
    const parts = forms.flatMap(([, form]) => [
      ...form.pages.map((page) => `page.${form.id}.${page.id}`),
      ...form.pages.flatMap((page) => page.sections.map((section) => `section.${form.id}.${section.id}`)),
      ...fieldsOf(form).flatMap((field) => [`field.${form.id}.${field.id}`, `hint.${form.id}.${field.id}`]),
    ]);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((key) => !parts.includes(key))).toEqual([]);
  });

  test('[TE4] facts of the student, days of a case, closing reasons, categories', () => {
    const codes = RegimeId.options.flatMap((id) => Object.entries(REGIMES[id].closeReasons));
    expectTexts([
      ...Object.keys(StudentFacts.shape).map((fact) => `field.${fact}`),
      ...['enrolledOn', 'leftOn', 'filedOn'].map((fact) => `field.${fact}`),
      ...codes.flatMap(([category]) => [`category.${category}`, `categoryShort.${category}`]),
      ...codes.flatMap(([, reasons]) => reasons.map((reason) => `closeReason.${reason}`)),
      'closeReason.none',
      'sex.male',
      'sex.female',
      'source.register',
      'source.typed',
      ...DOCUMENT_KINDS.map((kind) => `identityKind.${kind}`),
      ...['1', '2', '3', 'EXTENDED', 'E1', 'E6', 'J7', 'J9'].map((grade) => `grade.${grade}`),
    ]);
  });

  test('[TE4] a form’s own word stands before the common one', () => {
    const t = textFor('zh-TW');
    const label = (id: RegimeId, field: string) => {
      const form = REGIMES[id].filingForm;
      return fieldLabel(
        form,
        fieldsOf(form).find((f) => f.id === field)!,
        t,
      );
    };
    expect(label('senior-high', 'category')).toBe('離校種類');
    expect(label('compulsory', 'category')).toBe('學生類別');
    expect(label('senior-high', 'leftOn')).toBe('離校日期');
    expect(label('compulsory', 'leftOn')).toBe('中輟日期（開始缺課日）');
    expect(label('senior-high', 'mainCause')).toBe('缺課主因');
    expect(label('compulsory', 'mainCause')).toBe('輟學原因');
    expect(label('compulsory', 'address')).toBe('居住地址');
  });

  test('[TE5] failures', () => {
    expectTexts(Object.keys(FAILURES).map((code) => `failure.${code}`));
    expect(
      KEYS.filter((key) => /^failure\.[A-Z]/u.test(key) && !(key.slice('failure.'.length) in FAILURES)),
    ).toEqual([]);
  });

  test('[TE5] checks: every code in the sources of shared', () => {
    const sources = ['domain', 'forms'].flatMap(sourcesOf);
    const given = sources.flatMap((source) =>
      [...source.matchAll(/\b(?:refuse|bad)\(\s*'(\w+)'|\bcode: '([a-z]\w+)'/gu)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );
    const codes = [...new Set(given)];
    expect(codes).toEqual(
      expect.arrayContaining(['required', 'unknownField', 'identityDigit', 'rocYearWestern', 'rangeTooLong']),
    );
    expectTexts(codes.map((code) => `check.${code}`));
  });
});

describe('words', () => {
  test('[TE6] no exclamation mark in either language', () => {
    for (const language of LANGUAGES) {
      expect(Object.values(TEXTS[language]).filter((text) => /[!！]/u.test(text))).toEqual([]);
    }
  });

  test('[TE6] no half-width punctuation between Chinese characters', () => {
    // 「追蹤紀錄:n筆」 and the like stand as the seed writes them [A:625].
    const asInSeed = ['cases.tracking'];
    const half = /\p{Script=Han}[,;:?]|[,;:?]\p{Script=Han}|[a-z\p{Script=Han}]\.$/u;
    expect(Object.entries(ZH).filter(([key, text]) => half.test(text) && !asInSeed.includes(key))).toEqual(
      [],
    );
  });

  test('[TE6] nobody is told to have done wrong', () => {
    expect(
      Object.values(ZH).filter((text) =>
        /(?:輸入|填寫|操作|密碼|帳號)錯誤|非法|違規|不正確|您忘/u.test(text),
      ),
    ).toEqual([]);
    expect(
      Object.values(EN).filter((text) =>
        /\b(?:invalid|illegal|incorrect|forgot to|your (?:error|fault|mistake))\b/iu.test(text),
      ),
    ).toEqual([]);
  });

  test('[TE6] a failure is one or more sentences; lock and check stand without a full stop', () => {
    const of = (language: Language, prefix: RegExp) =>
      Object.entries(TEXTS[language]).filter(([key]) => prefix.test(key));
    expect(of('zh-TW', /^failure\.[A-Z]/u).filter(([, text]) => !text.endsWith('。'))).toEqual([]);
    expect(of('en', /^failure\.[A-Z]/u).filter(([, text]) => !text.endsWith('.'))).toEqual([]);
    expect(of('zh-TW', /^(?:lock|check)\./u).filter(([, text]) => text.endsWith('。'))).toEqual([]);
    expect(of('en', /^(?:lock|check)\./u).filter(([, text]) => text.endsWith('.'))).toEqual([]);
  });

  test('[TE6] English has no Chinese character left but in what is Chinese itself', () => {
    // What a list to be imported has to say in Chinese stands in Chinese.
    const sheet = /^(?:check\.(?:yesNo|roleAmbiguous)|imports\.column\..*)$/u;
    const chinese = ['form.weekdays', 'settings.language.zh-TW'];
    const left = Object.entries(EN).filter(
      ([key, text]) => /\p{Script=Han}/u.test(text) && !chinese.includes(key) && !sheet.test(key),
    );
    expect(left).toEqual([]);
  });

  test('[TE8] the terms of the seed', () => {
    expect(ZH).toMatchObject({
      'product.name': '學路',
      'state.senior-high.FILED': '已填報（待追蹤紀錄）',
      'state.compulsory.SLIP': '待通報（導師已填單）',
      'lock.NO_SENT_TRACKING': '尚無已送出的追蹤紀錄',
      'category.ABSENCE3': '未經請假或不明原因未到校上課連續達三日(以上)',
      'categoryShort.ABSENCE3': '無故缺曠連續三日',
      'closeReason.SEVEN_DAYS_TO_SUSPENSION': '無故七日轉休學(需填報一筆休學)',
      'closeReason.none': '尚未結案',
      'delivery.conflict': '需處理（衝突）',
      'check.required': '必填',
      'check.dateMissing': '日期不存在',
    });
    expect(ZH['failure.ENROLMENT_MISMATCH']).toContain('學生學籍所在地與學籍不符');
    expect(ZH['failure.INTERCEPTED']).toContain('連線遭網路設備攔截');
    expect(ZH['failure.DISK_FULL']).toContain('磁碟空間不足');
    expect(ZH['failure.VAULT_NEWER']).toContain('請更新程式');
  });
});

describe('textFor', () => {
  test('[TE7] fills blanks and leaves what nobody filled', () => {
    const t = textFor('zh-TW');
    expect(t('semester', { year: 115, term: 1 })).toBe('115學年度第1學期');
    expect(t('semester', { year: 115 })).toBe('115學年度第{{term}}學期');
    expect(t('check.textTooLong', { max: 300, count: 301 })).toBe('字數限制300字，目前301字');
    expect(t('check.identityDigit', { position: 3 })).toBe('第 3 碼應為數字');
    expect(textFor('en')('semester', { year: 115, term: 1 })).toBe('School year 115, semester 1');
  });

  test('[TE7] [security 7.13] the content of a blank stays text', () => {
    const t = textFor('zh-TW');
    expect(t('check.phonePart', { position: 1, part: '{{position}}$&$1' })).toBe(
      '第 1 支號碼「{{position}}$&$1」不是電話號碼',
    );
  });

  test('[TE7] an unknown key shows itself', () => {
    expect(textFor('zh-TW')('no.such.key')).toBe('no.such.key');
    expect(textFor('en')('no.such.{{key}}', { key: 1 })).toBe('no.such.1');
  });
});
