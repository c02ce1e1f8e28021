/**
 * Codes after ticking or unticking one. The exclusive code (一般生) and the others put each other
 * out, so that a contradiction can not be ticked together.
 */
export function toggleCode(codes: readonly string[], code: string, exclusive: string | undefined): string[] {
  if (codes.includes(code)) return codes.filter((other) => other !== code);
  if (code === exclusive) return [code];
  return [...codes.filter((other) => other !== exclusive), code];
}
