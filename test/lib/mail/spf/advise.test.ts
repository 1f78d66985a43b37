import { unwrap } from "../../../../lib/fault";
import { adviseSpf, parseSpf } from "../../../../lib/mail/spf";

const LONG = `${"a".repeat(64)}.contoso.com`;

describe("what is legal and yet not meant", () => {
  test.each([
    ["v=spf1 ip4:192.0.2.0/24 include:%{d2}._spf.contoso.com a mx -all exp=why.contoso.com", []],
    ["v=spf1 mx redirect=_spf.contoso.com", []],
    ["v=spf1 -all mx all", ["1: term after all is never evaluated", "2: term after all is never evaluated"]],
    ["v=spf1 redirect=contoso.com ~all", ["0: redirect beside all is ignored"]],
    [
      "v=spf1 a -a A ip4:192.0.2.1 -all",
      [
        "1: term repeats an earlier one and never decides",
        "2: term repeats an earlier one and never decides",
      ],
    ],
    ["v=spf1 ptr -all", ["0: ptr is slow, unreliable and not to be published (RFC 7208 §5.5)"]],
    [
      "v=spf1 exists:%{p}.contoso.com -all",
      ["0: macro %{p} is slow, unreliable and not to be published (RFC 7208 §7.2)"],
    ],
    [
      "v=spf1 include=sendgrid.net -all",
      ["0: include= is an unknown modifier, not the mechanism, and has no effect"],
    ],
    ["v=spf1 mx v=spf1 a -all", ["1: version inside the record is read as an unknown modifier"]],
    [
      "v=spf1 ip4:192.0.2.5/24 ip6:2001:db8::1/64 -all",
      ["0: address has host bits set", "1: address has host bits set"],
    ],
    ["v=spf1 a", ["record ends without all or redirect: every other client is neutral"]],
  ])("%s", (text, expected) => {
    const notes = adviseSpf(unwrap(text, parseSpf(text)));
    expect(notes.map(({ path, message }) => (path ? `${path[1]}: ${message}` : message))).toEqual(expected);
  });

  test.each(["a:mail.example...com", `include:${LONG}`, `mx:${"a.".repeat(126)}com`])(
    "no query can be made of %s",
    (term) => {
      expect(adviseSpf(unwrap(term, parseSpf(`v=spf1 ${term} -all`)))).toMatchObject([
        { path: ["terms", 0], message: expect.stringMatching(/^no DNS query can be made of this domain/) },
      ]);
    },
  );

  test("a name of 253 octets can be asked for, one of 254 cannot", () => {
    const name = (last: number) => `${`${"a".repeat(63)}.`.repeat(3)}${"b".repeat(last)}`;
    const notes = (last: number) =>
      adviseSpf(unwrap("record", parseSpf(`v=spf1 a:${name(last)} -all`))).map(({ path }) => path);
    expect(name(61)).toHaveLength(253);
    expect(notes(61)).toEqual([]);
    expect(notes(62)).toEqual([["terms", 0]]);
  });

  test("a note says what to write instead", () => {
    expect(adviseSpf(unwrap("record", parseSpf("v=spf1 mx ip4:192.0.2.5/24 -all")))).toEqual([
      {
        path: ["terms", 1],
        message: "address has host bits set",
        received: '"ip4:192.0.2.5/24"',
        fix: "write ip4:192.0.2.0/24",
      },
    ]);
  });
});
