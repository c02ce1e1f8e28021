import type { ChangePage, PullPlace } from '../vault/store.ts';
import { CLOSED, type SyncRoom, type Trouble } from './room.ts';

/** Lines in one page: what the measurements found best (performance.md). */
const PAGE = 500;
/** So many epochs in one pull are no restored backup but two services behind one address. */
const MOST_EPOCHS = 3;

/** The page belongs to another mirror than the one being filled: another log, or other rights. */
const isOfAnother = (place: PullPlace, page: ChangePage): boolean =>
  place.epoch !== null && (place.epoch !== page.epoch || place.scope !== page.scope);

/** A feed that goes back, or promises more and gives nothing, would keep us for ever. */
const goesOn = (place: PullPlace, page: ChangePage): boolean =>
  isOfAnother(place, page) || page.cursor > place.cursor || (page.cursor === place.cursor && !page.more);

/**
 * Fetches what is new into the mirror, a page and its cursor in one transaction. Another epoch than
 * before means that the service was restored from a backup, another scope that this account sees other
 * cases now: everything is fetched again beside the mirror in use, which stays until the new one is
 * whole (I12).
 */
export async function pull(room: SyncRoom): Promise<Trouble> {
  for (let epochs = 0; ;) {
    const place = room.store.pullPlace();
    const answer = await room.access.call('change.list', { after: place.cursor, limit: PAGE });
    if (room.isOver()) return CLOSED;
    if (!answer.ok) return answer;
    const page = answer.value;
    if (!goesOn(place, page))
      return { ok: false, failure: { code: 'INTERCEPTED', detail: { reason: 'feed' } } };
    room.changed(room.store.applyPage(page));
    const another = isOfAnother(place, page);
    if (another) epochs += 1;
    if (another && place.epoch === page.epoch) room.scopeChanged();
    if (epochs > MOST_EPOCHS) return { ok: false, failure: { code: 'EPOCH_CHANGED' } };
    if (!another && !page.more) return null;
  }
}
