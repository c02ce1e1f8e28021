import {
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconClock,
  IconDoorEnter,
  IconEye,
  IconFileText,
  IconFlag,
  IconPencil,
  IconSearch,
  type Icon,
} from '@tabler/icons-react';
import type { StateRow } from '../../../shared/domain/case/state.ts';

/** The drawing for each icon that a regime's table of states names. */
export const STATE_ICONS = {
  pencil: IconPencil,
  file: IconFileText,
  clock: IconClock,
  eye: IconEye,
  flag: IconFlag,
  check: IconCircleCheck,
  back: IconArrowBackUp,
  ban: IconBan,
  search: IconSearch,
  door: IconDoorEnter,
} as const satisfies Record<StateRow['icon'], Icon>;
