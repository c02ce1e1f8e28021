import { z } from 'zod';
import { IsoDate } from '../domain/calendar/iso-date.ts';
import { taipeiDate } from '../domain/calendar/taipei.ts';
import { checkPhoneList } from '../domain/phone/phone-list.ts';
import { cleanText } from '../domain/plain-text/clean-text.ts';
import { isBlank } from '../domain/plain-text/count.ts';
import type { FieldFailure } from '../failure.ts';
import type { DateField, DateFact, FieldDef, GroupedChoicesField } from './form.ts';
import { codesOfField } from './options.ts';
import { codesOf, textOf, type FieldValue, type FormValues } from './values.ts';

/** What a check needs besides the answers: the day, and what the case knows. */
export interface FormContext {
  /** Date in Taipei, YYYY-MM-DD; central's own date decides (security 7.7). */
  readonly today: string;
  /** ISO instant. */
  readonly now: string;
  /** 離校種類 of the case; empty in the filing itself, where it is an answer. */
  readonly category: string;
  readonly dates: Readonly<Partial<Record<DateFact, string>>>;
}

interface FieldContext extends FormContext {
  readonly answers: FormValues;
}

type Problem = Omit<FieldFailure, 'path'>;
type Checked =
  { readonly ok: true; readonly value: FieldValue } | { readonly ok: false; readonly problem: Problem };

const good = (value: FieldValue): Checked => ({ ok: true, value });
const bad = (code: string, detail?: Problem['detail']): Checked => ({
  ok: false,
  problem: { code, ...(detail ? { detail } : {}) },
});

/** Checks and normalises one answer; an empty answer becomes an empty value, never a failure. */
export function checkField(
  field: FieldDef,
  answer: FieldValue,
  mode: 'complete' | 'partial',
  context: FieldContext,
): Checked {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return checkText(answer, field.max, field.kind === 'longText');
    case 'phone':
      return mode === 'partial' ? checkText(answer, 300, false) : checkPhones(answer);
    case 'date':
    case 'dateTime':
      return checkDate(field, answer, mode, context);
    case 'choice':
    case 'yesNo':
    case 'copy':
      return Array.isArray(answer) ? bad('unknownCode') : checkCodes(field, answer, context);
    case 'choices':
      return checkChoices(field.exclusive, checkCodes(field, answer, context));
    case 'groupedChoices':
      return checkGroups(field, checkCodes(field, answer, context), mode, context);
    default:
      return field satisfies never;
  }
}

function checkText(answer: FieldValue, max: number, multiline: boolean): Checked {
  if (Array.isArray(answer)) return bad('unknownCode');
  const text = cleanText(answer, { multiline, max });
  if (!text.ok) return bad(text.code, text.detail);
  return good(isBlank(text.value) ? '' : text.value);
}

function checkPhones(answer: FieldValue): Checked {
  if (Array.isArray(answer)) return bad('unknownCode');
  if (isBlank(answer)) return good('');
  const phones = checkPhoneList(answer);
  return phones.ok ? good(phones.value) : bad(phones.code, phones.detail);
}

const SHAPES = { date: IsoDate, dateTime: z.iso.datetime() } as const;

function checkDate(
  field: DateField,
  answer: FieldValue,
  mode: 'complete' | 'partial',
  context: FieldContext,
): Checked {
  if (answer === '') return good('');
  if (Array.isArray(answer) || !SHAPES[field.kind].safeParse(answer).success) return bad('dateFormat');
  if (mode === 'partial') return good(answer);
  const day = field.kind === 'date' ? answer : taipeiDate(Date.parse(answer));
  // Instants compare as instants: the same one can be written with and without seconds.
  const future =
    field.kind === 'date' ? answer > context.today : Date.parse(answer) > Date.parse(context.now);
  if (field.notFuture === true && future) return bad('dateFuture');
  const { notBefore } = field;
  const first =
    typeof notBefore === 'object'
      ? textOf(context.answers, notBefore.field)
      : context.dates[notBefore ?? 'enrolledOn'];
  if (notBefore !== undefined && first !== undefined && first !== '' && day < first) {
    const name = typeof notBefore === 'object' ? notBefore.field : notBefore;
    return bad('dateBefore', { field: name, date: first });
  }
  return good(answer);
}

function checkCodes(field: FieldDef, answer: FieldValue, context: FieldContext): Checked {
  const codes = codesOfField(field, context.category) ?? [];
  const given = Array.isArray(answer) ? answer : answer === '' ? [] : [answer];
  if (given.some((code) => !codes.includes(code))) return bad('unknownCode');
  if (!Array.isArray(answer)) return good(answer);
  return good(codes.filter((code) => given.includes(code)));
}

function checkChoices(exclusive: string | undefined, checked: Checked): Checked {
  if (!checked.ok || exclusive === undefined) return checked;
  const codes = checked.value;
  return codes.length > 1 && codes.includes(exclusive) ? bad('exclusive', { code: exclusive }) : checked;
}

function checkGroups(
  field: GroupedChoicesField,
  checked: Checked,
  mode: 'complete' | 'partial',
  context: FieldContext,
): Checked {
  if (!checked.ok || mode === 'partial') return checked;
  const main = textOf(context.answers, field.mainGroupField);
  const inMain = Object.hasOwn(field.groups, main) ? (field.groups[main] ?? []) : [];
  const chosen = codesOf({ reasons: checked.value }, 'reasons');
  if (chosen.length === 0 || main === '') return checked;
  return chosen.some((code) => inMain.includes(code)) ? checked : bad('noneInMainGroup', { group: main });
}
