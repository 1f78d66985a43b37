import fc from "fast-check";
import { unwrap } from "../../../../lib/fault";
import { adviseSpf, formatSpf, isSpf, mergeSpf, parseSpf, staticLookups } from "../../../../lib/mail/spf";
import { anyText } from "../../../support/texts";
import { nearlySpf, spfRecord } from "./arbitraries";

describe("for every SPF record", () => {
  test("its canonical text reads back as the same record", () => {
    fc.assert(
      fc.property(spfRecord, (record) => {
        expect(parseSpf(formatSpf(record))).toStrictEqual({ ok: true, value: record });
      }),
      { numRuns: 500 },
    );
  });

  test("its canonical text is one printable line that is recognised as SPF", () => {
    fc.assert(
      fc.property(spfRecord, (record) => {
        const text = formatSpf(record);
        expect(isSpf(text)).toBe(true);
        expect(text).toMatch(/^v=spf1(?: [\x21-\x7e]+)*$/);
      }),
    );
  });

  test("case of mechanisms, an explicit + and extra spaces make no difference", () => {
    fc.assert(
      fc.property(spfRecord, (record) => {
        const text = formatSpf(record)
          .replaceAll(/ (?=(?:all|include|a|mx|ptr|ip4|ip6|exists)(?:[ :/]|$))/g, " +")
          .replaceAll(/ [-+~?](?:all|include|mx|ptr|ip4|ip6|exists)(?=[ :/]|$)/g, (name) =>
            name.toUpperCase(),
          )
          .replaceAll(" ", "   ");
        expect(parseSpf(`${text} `)).toStrictEqual({ ok: true, value: record });
      }),
    );
  });

  test("advice points at terms that exist, and counting never exceeds the terms", () => {
    fc.assert(
      fc.property(spfRecord, (record) => {
        const indices = record.terms.map((_, index) => index);
        for (const { path } of adviseSpf(record)) {
          if (path !== undefined) expect(indices).toContain(path[1]);
        }
        expect(staticLookups(record).count).toBeLessThanOrEqual(record.terms.length);
      }),
    );
  });

  test("a merge with itself changes nothing", () => {
    fc.assert(
      fc.property(spfRecord, (record) => {
        expect(mergeSpf([record, record])).toStrictEqual({ ok: true, value: record });
      }),
    );
  });
});

describe("for every text", () => {
  test("reading it never throws, and what is refused names places inside the text", () => {
    fc.assert(
      fc.property(fc.oneof(nearlySpf, anyText()), (text) => {
        const result = parseSpf(text);
        if (result.ok) return;
        expect(result.faults).not.toHaveLength(0);
        for (const { at } of result.faults) {
          expect(at?.offset).toBeGreaterThanOrEqual(0);
          expect((at?.offset ?? 0) + (at?.length ?? 0)).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("one that is accepted is accepted again in canonical form, as an equal record", () => {
    let accepted = 0;
    fc.assert(
      fc.property(nearlySpf, (text) => {
        const result = parseSpf(text);
        if (!result.ok) return;
        accepted += 1;
        const canonical = formatSpf(result.value);
        expect(unwrap(canonical, parseSpf(canonical))).toStrictEqual(result.value);
        expect(formatSpf(unwrap(canonical, parseSpf(canonical)))).toBe(canonical);
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});
