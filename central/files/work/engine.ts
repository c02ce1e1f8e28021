import { fileURLToPath } from 'node:url';
import { definePDFJSModule } from 'unpdf';

/** Where pdf.js finds what it does not carry along, and how. */
interface Engine {
  readonly useWasm: boolean;
  readonly wasmUrl?: string;
  readonly cMapUrl?: string;
  readonly cMapPacked?: boolean;
  readonly standardFontDataUrl?: string;
  readonly iccUrl?: string;
}

/** The folder of the package, when it is installed. */
function findPackage(): string | null {
  try {
    return import.meta.resolve('pdfjs-dist/package.json');
  } catch {
    return null;
  }
}

/**
 * The whole pdf.js where it is installed: it decodes black-and-white scans (JBIG2, fax) and JPEG 2000, and
 * knows the characters of Chinese fonts that are not in a file. The one inside of unpdf does neither; such
 * a page is then told to be unreadable instead of being shown white.
 */
async function findEngine(): Promise<Engine> {
  const home = findPackage();
  if (home === null) return { useWasm: false };
  // It joins names to folders with a slash, on every system.
  const at = (path: string) => fileURLToPath(new URL(path, home)).replaceAll('\\', '/');
  const program = new URL('legacy/build/pdf.mjs', home).href;
  await definePDFJSModule(() => import(program) as Promise<unknown>);
  return {
    useWasm: true,
    wasmUrl: at('wasm/'),
    cMapUrl: at('cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: at('standard_fonts/'),
    iccUrl: at('iccs/'),
  };
}

let engine: Promise<Engine> | null = null;

/** The engine of this process, found once. */
export const getEngine = (): Promise<Engine> => (engine ??= findEngine());
