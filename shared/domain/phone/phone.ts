interface AreaRow {
  readonly code: string;
  /** How many digits may follow the code. */
  readonly lengths: readonly number[];
}

/**
 * Area codes of Taiwan's numbering plan (NCC; article "Telephone numbers in Taiwan"), the longer ones
 * first because 037, 049, 082, 089 lie inside 03, 04 and 08. Also 0800/0809 and network phones 070.
 */
const AREAS: readonly AreaRow[] = [
  { code: '0800', lengths: [6] },
  { code: '0809', lengths: [6] },
  { code: '0826', lengths: [5] },
  { code: '0836', lengths: [5] },
  { code: '037', lengths: [6] },
  { code: '049', lengths: [7] },
  { code: '070', lengths: [8] },
  { code: '082', lengths: [6] },
  { code: '089', lengths: [6] },
  { code: '02', lengths: [8] },
  { code: '03', lengths: [7] },
  { code: '04', lengths: [7, 8] },
  { code: '05', lengths: [7] },
  { code: '06', lengths: [7] },
  { code: '07', lengths: [7] },
  { code: '08', lengths: [7] },
];

/** `0912-345-678` or `04-1234567` from bare digits; undefined if no such number exists. */
const findNational = (digits: string): string | undefined => {
  const mobile = /^(09\d\d)(\d{3})(\d{3})$/.exec(digits);
  if (mobile) return mobile.slice(1).join('-');
  const area = AREAS.find(({ code }) => digits.startsWith(code));
  if (!area) return undefined;
  const local = digits.slice(area.code.length);
  return area.lengths.includes(local.length) ? `${area.code}-${local}` : undefined;
};

/** With country code: +886 as a national number without its 0, other countries by E.164 alone. */
const findInternational = (digits: string): string | undefined => {
  if (!digits.startsWith('886')) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined;
  const national = findNational(`0${digits.slice(3).replace(/^0/, '')}`);
  return national && `+886-${national.slice(1)}`;
};

const MAX_TYPED = 60;
const EXTENSION = /(?:#|ext\.?|x|分機|轉) *(\d{1,6})$/i;

/**
 * One number in the form in which it is stored, only its separators changed: `0912-345-678`,
 * `049-2910960#3785`, `+886-912-345-678`, `+84912345678`. Undefined if it is not a number that can be
 * dialled. `typed` is NFKC-normalised.
 */
export const findPhone = (typed: string): string | undefined => {
  if (typed.length > MAX_TYPED) return undefined;
  const extension = EXTENSION.exec(typed);
  const main = typed.slice(0, extension?.index).replace(/[\s().]|\p{Dash}/gu, '');
  if (!/^\+?[0-9]+$/.test(main)) return undefined;
  const found = main.startsWith('+') ? findInternational(main.slice(1)) : findNational(main);
  if (!extension) return found;
  // A mobile phone has no extension: such a number is two, run together.
  return found && !/^(0|\+886-)9/.test(found) ? `${found}#${extension[1] ?? ''}` : undefined;
};
