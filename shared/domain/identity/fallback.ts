import { accept, refuse, type Checked } from '../plain-text/checked.ts';
import { normaliseIdentityNumber } from './normalise.ts';

/**
 * A passport number 護照 (domain §4.4): 5 to 20 letters and digits, no check digit; its country is
 * asked beside it. Gives the normalised number. Failures: `required`, `passportFormat`.
 */
export const checkPassportNumber = (text: string): Checked<string, 'required' | 'passportFormat'> => {
  const number = normaliseIdentityNumber(text);
  if (number === '') return refuse('required');
  return /^[A-Z0-9]{5,20}$/.test(number) ? accept(number) : refuse('passportFormat');
};

/** `TMP`, the six characters of the school code 學校代碼, four digits. */
const PROVISIONAL = /^TMP[A-Z0-9]{6}\d{4}$/;

/** Whether a normalised number is one that the product gave to a student without papers 無證. */
export const isProvisionalNumber = (number: string): boolean => PROVISIONAL.test(number);

/** A provisional number as typed. Failures: `required`, `provisionalFormat`. */
export const checkProvisionalNumber = (text: string): Checked<string, 'required' | 'provisionalFormat'> => {
  const number = normaliseIdentityNumber(text);
  if (number === '') return refuse('required');
  return isProvisionalNumber(number) ? accept(number) : refuse('provisionalFormat');
};

/** The provisional number of a school's n-th student without papers. RangeError beyond 1 to 9999. */
export const makeProvisionalNumber = (schoolCode: string, sequence: number): string => {
  const number = `TMP${schoolCode}${String(sequence).padStart(4, '0')}`;
  if (sequence < 1 || !isProvisionalNumber(number)) throw new RangeError('no such provisional number');
  return number;
};
