import { z } from 'zod';

/** An instant as it is stored: ISO with Z. */
export const IsoInstant = z.iso.datetime();
