import {
  askingOnce,
  type DnsAnswer,
  type DnsType,
  isVoid,
  recordsOf,
  txtText,
} from "../../../lib/dns/resolve";

const octets = (...values: number[]) => Uint8Array.from(values);

describe("the text of a TXT record", () => {
  test("is its strings without anything between them, also where a character is cut in two", () => {
    expect(txtText([octets(0x76, 0xc3), octets(0xa9)])).toBe("vé");
    expect(txtText([])).toBe("");
  });

  test("shows octets that are not UTF-8 as characters no mail record allows", () => {
    expect(txtText([octets(0x61, 0x96)])).toBe("a\ufffd");
    expect(txtText([octets(0xef, 0xbb, 0xbf, 0x61)])).toBe("\ufeffa");
  });
});

test("only an answer that there is nothing is void: a failure tells nothing", () => {
  const failure: DnsAnswer = { kind: "failure", reason: "servfail" };
  expect([{ kind: "nodata" } as const, { kind: "nxdomain" } as const, failure].map(isVoid)).toEqual([
    true,
    true,
    false,
  ]);
  expect(recordsOf(failure)).toEqual([]);
});

test("the same question is sent once, by name and type", async () => {
  const sent: string[] = [];
  const resolve = askingOnce(async <T extends DnsType>(name: string, type: T): Promise<DnsAnswer<T>> => {
    sent.push(`${name} ${type}`);
    return { kind: "nodata" };
  });
  await Promise.all([resolve("contoso.com", "A"), resolve("contoso.com", "A"), resolve("contoso.com", "MX")]);
  expect(sent).toEqual(["contoso.com A", "contoso.com MX"]);
});
