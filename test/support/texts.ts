import fc from "fast-check";

/**
 * Any text at all: every Unicode scalar value with the same chance. It draws what fast-check's unit "binary" draws,
 * without the table of a million code points that it builds in each test file (0.7 s).
 */
export function anyText(sizes: { readonly minLength?: number; readonly maxLength?: number } = {}) {
  return fc.string({ ...sizes, unit: scalarValue });
}

const SURROGATES = { from: 0xd800, count: 0x800 };

const scalarValue = fc
  .integer({ min: 0, max: 0x10ffff - SURROGATES.count })
  .map((n) => String.fromCodePoint(n < SURROGATES.from ? n : n + SURROGATES.count));
