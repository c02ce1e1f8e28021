import { createCanvas } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';
import { passed, stopped, type Looked } from '../checked-file.ts';
import { asPage } from './as-page.ts';
import { openPdf, type Pdf } from './open-pdf.ts';
import { watchPictures } from './page-pictures.ts';
import type { Done } from './task.ts';

/** Pixels: A4 across at about 190 dpi; nothing is drawn higher than twice an A4 of that width. */
const WIDTH = 1600;
const HEIGHT = 4600;

/** One page on white, as raw pixels; null when a picture in it cannot be shown. Throws what pdf.js throws. */
export async function drawPage(pdf: Pdf, number: number, width = WIDTH): Promise<Sharp | null> {
  const page = await pdf.getPage(number);
  const pictures = watchPictures(page);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, HEIGHT / natural.height);
  const viewport = page.getViewport({ scale });
  const size = {
    width: Math.max(1, Math.round(viewport.width)),
    height: Math.max(1, Math.round(viewport.height)),
  };
  const canvas = createCanvas(size.width, size.height);
  await page.render({ canvas, viewport, background: '#ffffff' }).promise;
  const pixels = canvas.data();
  page.cleanup();
  if (pictures.lost) return null;
  return sharp(pixels, { raw: { ...size, channels: 4 } }).flatten({ background: '#ffffff' });
}

/** A page of a PDF as PNG. */
export async function drawPdfPage(content: Uint8Array, page: number): Promise<Looked<Done>> {
  const pdf = await openPdf(content);
  if (page > pdf.numPages) return stopped('pages');
  const drawn = await drawPage(pdf, page);
  if (drawn === null) return stopped('unreadable');
  return passed({ pages: pdf.numPages, content: await asPage(drawn) });
}
