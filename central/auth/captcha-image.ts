import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';

const WIDTH = 200;
const HEIGHT = 64;
const FAMILIES = ['XueluCaptchaSans', 'XueluCaptchaHand'] as const;
const INKS = ['#1d3557', '#5a189a', '#7f1d1d', '#14532d', '#3f3f46'] as const;

const FILES = {
  XueluCaptchaSans: '@fontsource-variable/noto-sans-tc/files/noto-sans-tc-latin-wght-normal.woff2',
  XueluCaptchaHand: '@fontsource/iansui/files/iansui-latin-400-normal.woff2',
} as const satisfies Record<(typeof FAMILIES)[number], string>;

/** Our own fonts, so that the picture does not depend on what the machine has. */
function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const family of FAMILIES)
    if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(resolve(FILES[family]), family);
}

const between = (low: number, high: number): number =>
  low + (randomInt(1_000_000) / 1_000_000) * (high - low);
const oneOf = <T>(list: readonly T[], fallback: T): T => list[randomInt(list.length)] ?? fallback;

/** Each character in its own place, size, tilt, font and ink. */
function drawCharacters(context: SKRSContext2D, text: string): void {
  const step = (WIDTH - 28) / text.length;
  [...text].forEach((character, index) => {
    context.save();
    context.translate(14 + step * (index + 0.5) + between(-2, 2), HEIGHT / 2 + between(-5, 5));
    context.rotate(between(-0.38, 0.38));
    context.transform(1, between(-0.12, 0.12), between(-0.22, 0.22), 1, 0, 0);
    context.font = `${Math.round(between(35, 41))}px ${oneOf(FAMILIES, 'XueluCaptchaSans')}`;
    context.fillStyle = context.strokeStyle = oneOf(INKS, '#3f3f46');
    // Thicker than the noise, so that people read it more easily than machines cut it.
    context.lineWidth = 1.3;
    context.strokeText(character, 0, 0);
    context.fillText(character, 0, 0);
    context.restore();
  });
}

function drawNoise(context: SKRSContext2D): void {
  for (let line = 0; line < 3; line += 1) {
    context.strokeStyle = oneOf(INKS, '#3f3f46');
    context.lineWidth = between(0.7, 1.3);
    context.beginPath();
    context.moveTo(between(0, 20), between(0, HEIGHT));
    context.bezierCurveTo(
      between(30, 90),
      between(0, HEIGHT),
      between(110, 170),
      between(0, HEIGHT),
      between(180, WIDTH),
      between(0, HEIGHT),
    );
    context.stroke();
  }
  for (let dot = 0; dot < 160; dot += 1) {
    context.fillStyle = oneOf(INKS, '#3f3f46');
    context.globalAlpha = between(0.2, 0.7);
    context.fillRect(between(0, WIDTH), between(0, HEIGHT), between(0.8, 1.8), between(0.8, 1.8));
  }
  context.globalAlpha = 1;
}

/** Shifts each column by a wave, so that letters have no straight base line to cut along. */
function warped(source: Canvas): Canvas {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f4f1';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const [height, length, phase] = [between(2.5, 4.5), between(40, 70), between(0, 6.28)];
  for (let x = 0; x < WIDTH; x += 1) {
    const shift = height * Math.sin((x / length) * 6.28 + phase);
    context.drawImage(source, x, 0, 1, HEIGHT, x, shift, 1, HEIGHT);
  }
  return canvas;
}

/** The picture of a captcha 驗證碼 as PNG, 200 × 64: the characters bent, tilted and crossed by noise. */
export async function drawCaptcha(text: string): Promise<Buffer> {
  registerFonts();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  drawCharacters(context, text);
  const picture = warped(canvas);
  drawNoise(picture.getContext('2d'));
  return picture.encode('png');
}
