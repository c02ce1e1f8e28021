import { z } from 'zod';
import { RegimeId } from '../../regime/regime-id.ts';

/** A school 學校. A 完全中學 has both regimes (domain §0.2). */
export const School = z.object({
  id: z.uuid(),
  /** Six-character school code 學校代碼. */
  code: z.string(),
  name: z.string(),
  /** 縣市別 */
  county: z.string(),
  regimes: z.array(RegimeId).min(1),
});
export type School = z.infer<typeof School>;
