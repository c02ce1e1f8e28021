import { inMemory, onDisk } from '../../../helpers/store.ts';
import { storeSuite } from '../../../suites/store.ts';

storeSuite('in memory', inMemory);
storeSuite('on encrypted SQLite', onDisk);
