import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';

/** All text of a PDF without its blanks, since line breaks fall anywhere. */
export async function pdfText(file: string): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(file)));
  return withoutBlanks((await extractText(pdf, { mergePages: true })).text);
}

export const withoutBlanks = (text: string): string => text.replaceAll(/\s/g, '');
