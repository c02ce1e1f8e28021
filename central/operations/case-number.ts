import type { IsoDate } from '../../shared/domain/calendar/iso-date.ts';
import type { Db } from '../store/database.ts';

/**
 * 通報字號 (domain §1.16): `YYMMDD`, four digits, `-`, which case of this student it is. The digits are
 * counted per day over all schools, because a count of each school alone would give two schools the
 * same number. Never used twice, kept when the case is 作廢. Numbers begun in a transaction that rolls
 * back are given again.
 */
export async function nextCaseNumber(trx: Db, today: IsoDate, identityNumber: string): Promise<string> {
  const { count } = await trx
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('student_identity', '=', identityNumber)
    .executeTakeFirstOrThrow();
  const { last } = await trx
    .insertInto('case_number_days')
    .values({ day: today, last: 1 })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet((eb) => ({ last: eb('case_number_days.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  const day = today.replaceAll('-', '').slice(2);
  return `${day}${String(last).padStart(4, '0')}-${String(count + 1).padStart(2, '0')}`;
}
