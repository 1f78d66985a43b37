import fc from "fast-check";
import { ancestry, isNameWithin, isWithin, parseName, relativeTo } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";

const name = (text: string) => unwrap(text, parseName(text));

describe("DNS names", () => {
  test.each([
    ["Contoso.COM", "contoso.com"],
    ["contoso.com.", "contoso.com"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["BÜCHER.Example.", "xn--bcher-kva.example"],
    ["點看.com", "xn--c1yn36f.com"],
    ["1.2", "1.2"],
  ])("%s is written %s", (text, written) => {
    expect(name(text)).toBe(written);
  });

  test.each([
    ["", "empty DNS name"],
    [".", "empty DNS name"],
    ["contoso..com", "empty label"],
    [`${"a".repeat(64)}.com`, "label of 64 octets"],
    [`${"a.".repeat(127)}a`.padEnd(300, "a"), "DNS name of"],
    ["-contoso.com", 'label "-contoso" is not legal in a host name'],
    ["contoso-.com", 'label "contoso-" is not legal in a host name'],
    ["_dmarc.contoso.com", 'label "_dmarc" is not legal in a host name'],
    ["contoso com", 'label "contoso com" is not legal in a host name'],
    ["*.contoso.com", 'label "*" is not legal in a host name'],
    ["${x}.com", 'label "${x}" is not legal in a host name'],
  ])("%j is no host name: %s", (text, message) => {
    const result = parseName(text);
    expect(result.ok ? [] : result.faults.map((fault) => fault.message).join()).toContain(message);
  });

  test("owners of records may have underscores and a leading asterisk", () => {
    for (const text of ["_dmarc.contoso.com", "*._domainkey.contoso.com", "a_b.contoso.com"]) {
      expect(parseName(text, "owner")).toEqual({ ok: true, value: text });
    }
    expect(parseName("a.*.contoso.com", "owner").ok).toBe(false);
  });

  test("every faulty label is told, not only the first", () => {
    const result = parseName("-a.b_.com");
    expect(result.ok ? [] : result.faults).toHaveLength(2);
  });

  test("what was read once reads as itself", () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string({ unit: "grapheme" })), (text) => {
        const first = parseName(text, "owner");
        if (first.ok) expect(parseName(first.value, "owner")).toEqual(first);
      }),
    );
  });

  test("a.contoso.com lies within contoso.com, acontoso.com does not", () => {
    expect(isWithin(name("a.contoso.com"), name("contoso.com"))).toBe(true);
    expect(isWithin(name("contoso.com"), name("contoso.com"))).toBe(true);
    expect(isWithin(name("acontoso.com"), name("contoso.com"))).toBe(false);
  });

  test("a name's labels below another", () => {
    expect(relativeTo(name("a.b.contoso.com"), name("contoso.com"))).toBe("a.b");
    expect(relativeTo(name("contoso.com"), name("contoso.com"))).toBe("");
    expect([...ancestry(name("a.contoso.com"))]).toEqual(["a.contoso.com", "contoso.com", "com"]);
  });
});

test("a name lies within itself and what it ends in, label by label, in any case", () => {
  expect(isNameWithin("Mail.contoso.com", "CONTOSO.com")).toBe(true);
  expect(isNameWithin("contoso.com", "Contoso.com")).toBe(true);
  expect(isNameWithin("notcontoso.com", "contoso.com")).toBe(false);
  expect(isNameWithin("contoso.com", "mail.contoso.com")).toBe(false);
});
