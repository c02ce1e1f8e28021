import { z } from 'zod';
import { IsoDate } from '../calendar/iso-date.ts';

/**
 * The student as the register 學籍系統 knows him, or as typed while the register cannot be reached.
 * Register data are corrected in the register, never here [A:1290–1292].
 */
export const StudentFacts = z.strictObject({
  /** 身分證字號, normalised (domain §4). */
  identityNumber: z.string().min(5).max(20),
  name: z.string().min(1).max(60),
  birthDate: IsoDate,
  /** 學號; empty for cases from before 2023-11-22 [A:1336–1338]. */
  studentNumber: z.string().max(20).nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  /** 學制別, code of table `schoolSystem`. */
  schoolSystem: z.string().max(30).nullable(),
  /** 科別 */
  department: z.string().max(60).nullable(),
  /** 年級, code of table `grade`. */
  grade: z.string().max(10).nullable(),
  /** 班級 */
  className: z.string().max(30).nullable(),
  /** 入學日期; a leave date before it is refused. */
  enrolledOn: IsoDate.nullable(),
  source: z.enum(['register', 'typed']),
  /** As-of date 資料日期 of the register; null when typed. */
  asOf: IsoDate.nullable(),
});
export type StudentFacts = z.infer<typeof StudentFacts>;
