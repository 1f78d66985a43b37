import { resource } from "../plan-json";
import { factsOf, recordLines } from "./facts";

type Values = Readonly<Record<string, unknown>>;
const set = (type: string, records: unknown, more: Values = {}): Values => ({
  zone_id: "Z1",
  type,
  name: "contoso.com",
  ttl: 300,
  records,
  ...more,
});
const lines = (after: Values, marks: { readonly unknown?: Values; readonly sensitive?: Values } = {}) =>
  recordLines(factsOf([resource("aws_route53_record.one", undefined, after, marks)]));

test.each<[string, Values, readonly string[]]>([
  [
    "values, each a record",
    set("A", ["192.0.2.1", "192.0.2.2"]),
    ["contoso.com A 192.0.2.1, 300 s", "contoso.com A 192.0.2.2, 300 s"],
  ],
  ["a text without quotes", set("TXT", ["v=spf1 -all"]), ["contoso.com TXT v=spf1 -all, 300 s"]],
  ["a text in quotes", set("TXT", ['"v=spf1 -all"']), ["contoso.com TXT v=spf1 -all, 300 s"]],
  ["a text cut in two", set("TXT", ['v=spf1 ""-all']), ["contoso.com TXT v=spf1 -all, 300 s"]],
  ["a text that is one quote", set("TXT", ['"']), ["unread", "contoso.com TXT (unreadable)"]],
  ["CAA", set("CAA", ['0 issue "letsencrypt.org"']), ["contoso.com CAA 0 issue letsencrypt.org, 300 s"]],
  [
    "CAA without quotes",
    set("CAA", ["0 issue letsencrypt.org"]),
    ["contoso.com CAA 0 issue letsencrypt.org, 300 s"],
  ],
  ["a TTL that is left out", set("A", ["192.0.2.1"], { ttl: null }), ["contoso.com A 192.0.2.1, 0 s"]],
  ["no values", set("A", []), ["unread", "contoso.com A (unreadable)"]],
  [
    "the full name, where it is known",
    set("A", ["192.0.2.1"], { name: "www", fqdn: "www.contoso.com" }),
    ["www.contoso.com A 192.0.2.1, 300 s"],
  ],
  [
    "a wildcard in octal",
    set("A", ["192.0.2.1"], { name: "\\052.contoso.com" }),
    ["*.contoso.com A 192.0.2.1, 300 s"],
  ],
  ["an alias", set("A", [], { alias: [{ name: "d.cloudfront.net" }] }), ["contoso.com A (routed)"]],
  ["one of several sets", set("A", ["192.0.2.1"], { set_identifier: "blue" }), ["contoso.com A (routed)"]],
  [
    "a set whose identifier is empty",
    set("A", ["192.0.2.1"], { set_identifier: "", alias: [] }),
    ["contoso.com A 192.0.2.1, 300 s"],
  ],
  ["a service", set("SRV", ["1 1 443 a.contoso.com."]), ["contoso.com SRV 1 1 443 a.contoso.com, 300 s"]],
  ["a type that no estate has", set("HINFO", ["any any"]), []],
])("%s", (_title, after, read) => {
  expect(lines(after).map((line) => (read[0] === "unread" ? (line.split(":")[0] ?? "") : line))).toEqual(
    read,
  );
});

test("values that are unknown or sensitive are records whose value is not known", () => {
  expect(
    lines(set("A", ["192.0.2.1", null, "192.0.2.3"]), {
      unknown: { records: [false, true, false] },
      sensitive: { records: [false, false, true] },
    }),
  ).toEqual([
    "contoso.com A 192.0.2.1, 300 s",
    "contoso.com A (known after apply)",
    "contoso.com A (sensitive)",
  ]);
  expect(lines(set("A", null), { unknown: { records: true } })).toEqual([
    "contoso.com A (known after apply)",
  ]);
});
