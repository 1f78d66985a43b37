import { extraRecords } from "../../../../lib/domain/parts/extra";
import type { ExtraRecordOptions } from "../../../../lib/options";
import { faultsOf } from "../../posture/declared";

const NAPTR = { name: "sip", type: "NAPTR", order: 1, preference: 1 } as const;
const HTTPS = { name: "www", type: "HTTPS", priority: 1, target: "." } as const;
const DS = {
  name: "sub",
  type: "DS",
  keyTag: 1,
  algorithm: 13,
  digestType: 2,
  digest: "ab".repeat(32),
} as const;
const HASH = "ab".repeat(28);
const SMIMEA = {
  name: `${HASH}._smimecert`,
  type: "SMIMEA",
  usage: 3,
  selector: 0,
  matchingType: 0,
  certificate: "30",
} as const;
const SSHFP = { type: "SSHFP", algorithm: 4, fingerprintType: 2, fingerprint: "ab".repeat(32) } as const;
const LOC = { type: "LOC", latDegrees: 52, latDirection: "N", longDegrees: 5, longDirection: "E" } as const;
const DNSKEY = { type: "DNSKEY", flags: 257, algorithm: 8, publicKey: "mQEN" } as const;
const CERT = { type: "CERT", certificateType: 1, keyTag: 0, algorithm: 0, certificate: "MIIB" } as const;
const URI = { name: "_http._tcp", type: "URI", priority: 1, weight: 1 } as const;
const SRV = {
  name: "_sip._tls",
  type: "SRV",
  priority: 1,
  weight: 1,
  port: 443,
  target: "sip.contoso.com",
} as const;

test.each<[string, ExtraRecordOptions, readonly string[]]>([
  [
    "a service at a name without underscores",
    { ...SRV, name: "sip" },
    ["x.name: a name that no client asks for this type at"],
  ],
  [
    "a port beyond all",
    { ...SRV, port: 65_536, weight: -1 },
    ["x.weight: number out of range", "x.port: number out of range"],
  ],
  ["a service at an address", { ...SRV, target: "192.0.2.1" }, ["x.target: an address where a name belongs"]],
  [
    "a service at one label",
    { ...SRV, target: "sip" },
    ["x.target: a name of one label, which nothing in the DNS of organisations has"],
  ],
  [
    "parameters of an alias",
    { ...HTTPS, priority: 0, value: "alpn=h2" },
    ["x.value: parameters of an alias, which clients ignore"],
  ],
  [
    "a parameter that is none",
    { ...HTTPS, value: "alpm=h2" },
    ["x.value: not a parameter of a service binding"],
  ],
  [
    "a registered parameter by its number",
    { ...HTTPS, value: "key1=h2" },
    ["x.value: not a parameter of a service binding"],
  ],
  ["a parameter twice", { ...HTTPS, value: "port=1 port=2" }, ["x.value: a parameter twice"]],
  [
    "values that are none",
    { ...HTTPS, value: "port=65536 ipv4hint=::1 alpn=h2,,h3" },
    ["x.value: not a value of alpn", "x.value: not a value of port", "x.value: not a value of ipv4hint"],
  ],
  [
    "a mandatory parameter that is not there",
    { ...HTTPS, value: "mandatory=port" },
    ["x.value: mandatory names a parameter that is not there"],
  ],
  [
    "no default without another",
    { ...HTTPS, value: "no-default-alpn" },
    ["x.value: no-default-alpn without alpn (RFC 9460 §7.1.1)"],
  ],
  [
    "escapes and broken quotes",
    { ...HTTPS, value: 'alpn="h2' },
    ["x.value: not parameters of a service binding"],
  ],
  ...['alpn=h2"x y"', 'alpn="h2""h3"', 'alpn="h2"port="53"', '"alpn"=h2', 'alpn=""h2'].map(
    (value): [string, ExtraRecordOptions, readonly string[]] => [
      `quotes within a word, ${value},`,
      { ...HTTPS, value },
      ["x.value: quotes that do not enclose a whole value"],
    ],
  ),
  [
    "a mandatory parameter twice",
    { ...HTTPS, value: "mandatory=alpn,alpn alpn=h2" },
    ["x.value: mandatory names a parameter twice (RFC 9460 §8)"],
  ],
  [
    "mandatory among the mandatory",
    { ...HTTPS, value: "mandatory=mandatory,alpn alpn=h2" },
    ["x.value: mandatory names itself (RFC 9460 §8)"],
  ],
  ...["/x", "/x{?other}", "x{?dns}", "/x{?dnsx}", "/x{?dns"].map(
    (path): [string, ExtraRecordOptions, readonly string[]] => [
      `a path without the variable, ${path},`,
      { ...HTTPS, value: `dohpath=${path}` },
      ["x.value: not a value of dohpath"],
    ],
  ),
  ...["AAA==", "AA=", "AB==", "AAB=", "A", "AA_A"].map(
    (ech): [string, ExtraRecordOptions, readonly string[]] => [
      `what is no base64, ${ech},`,
      { ...HTTPS, value: `ech=${ech}` },
      ["x.value: not a value of ech"],
    ],
  ),
  ...["ohttp=x", "tls-supported-groups", "tls-supported-groups=29,29", "tls-supported-groups=x25519"].map(
    (value): [string, ExtraRecordOptions, readonly string[]] => [
      `another value than its parameter has, ${value},`,
      { ...HTTPS, value },
      [`x.value: not a value of ${value.split("=")[0]}`],
    ],
  ),
  ["a rule that leads nowhere", NAPTR, ["x.replacement: a rule that leads nowhere"]],
  [
    "a rule that does both",
    { ...NAPTR, regex: "!a!b!", replacement: "a.contoso.com" },
    ["x.replacement: a rule that substitutes and replaces"],
  ],
  ["flags that are none", { ...NAPTR, flags: "!", replacement: "a.contoso.com" }, ["x.flags: not flags"]],
  ["a regex beyond ASCII", { ...NAPTR, regex: "!é!" }, ["x.regex: not a character-string"]],
  [
    "a fingerprint of another kind",
    { ...SSHFP, fingerprintType: 1 },
    ["x.fingerprint: not as long as a digest of this kind is"],
  ],
  ["a key of no kind", { ...SSHFP, algorithm: 5 }, ["x.algorithm: a number without a meaning"]],
  [
    "a certificate that is not hexadecimal",
    { ...SMIMEA, certificate: "MIIB" },
    ["x.certificate: not hexadecimal"],
  ],
  [
    "a certificate at the domain",
    { ...SMIMEA, name: "@" },
    ["x.name: a name that no client asks for this type at"],
  ],
  [
    "a key with its armour",
    { name: "a._openpgpkey", type: "OPENPGPKEY", key: "-----BEGIN PGP" },
    ["x.key: not base64"],
  ],
  [
    "base64 that is cut short",
    { name: "a._openpgpkey", type: "OPENPGPKEY", key: "mQENB" },
    ["x.key: not base64"],
  ],
  [
    "a key at the domain",
    { type: "OPENPGPKEY", key: "mQEN" },
    ["x.name: a name that no client asks for this type at"],
  ],
  [
    "a DS at the domain",
    { ...DS, name: "@" },
    ["x.name: a DS at the domain itself, which stands in the zone above"],
  ],
  [
    "a digest that is too short",
    { ...DS, digest: "ab" },
    ["x.digest: not as long as a digest of this kind is"],
  ],
  ["a digest of no kind", { ...DS, digestType: 3 }, ["x.digestType: a number without a meaning"]],
  [
    "a key of another protocol",
    { ...DNSKEY, flags: 1, protocol: 4 },
    ["x.flags: a number without a meaning", "x.protocol: a number without a meaning"],
  ],
  ...[13, 14, 15, 16].map((algorithm): [string, ExtraRecordOptions, readonly string[]] => [
    `a key of another length than algorithm ${algorithm} has`,
    { ...DNSKEY, algorithm },
    ["x.publicKey: not as long as a key of this algorithm is"],
  ]),
  [
    "a latitude beyond the pole",
    { ...LOC, latDegrees: 90, latMinutes: 1 },
    ["x.latMinutes: number out of range"],
  ],
  [
    "a place that is none",
    { ...LOC, latDegrees: 91, longDegrees: 180, longSeconds: 1, altitude: 43e6 },
    [
      "x.latDegrees: number out of range",
      "x.longSeconds: number out of range",
      "x.altitude: number out of range",
    ],
  ],
  [
    "seconds and directions that are none",
    { ...LOC, latSeconds: 0.0005, longSeconds: 60, latDirection: "E" as "N" },
    [
      "x.latSeconds: number out of range",
      "x.latDirection: not a direction",
      "x.longSeconds: number out of range",
    ],
  ],
  ["a size of two digits", { ...LOC, size: 15 }, ["x.size: a length that LOC has no form for"]],
  ["a key of no algorithm", { ...DNSKEY, algorithm: 0 }, ["x.algorithm: a reserved number"]],
  ["a DS of no algorithm", { ...DS, algorithm: 0 }, ["x.algorithm: a reserved number"]],
  ...[0, 255, 65_535].map((certificateType): [string, ExtraRecordOptions, readonly string[]] => [
    `a certificate of type ${certificateType}`,
    { ...CERT, certificateType },
    ["x.certificateType: a reserved number"],
  ]),
  ["base64 with bits beyond its data", { ...CERT, certificate: "AB==" }, ["x.certificate: not base64"]],
  ["half an octet", { ...DS, digest: "abc" }, ["x.digest: 3 hexadecimal digits"]],
  [
    "a certificate of no mailbox",
    { ...SMIMEA, name: "a._smimecert" },
    ["x.name: a name that no client asks for this type at"],
  ],
  [
    "a key of no mailbox",
    { name: `a.${HASH}._openpgpkey`, type: "OPENPGPKEY", key: "mQEN" },
    ["x.name: a name that no client asks for this type at"],
  ],
  ...["https://a.b/${x}", "https://a.b/%zz", "https://a.b/ c"].map(
    (target): [string, ExtraRecordOptions, readonly string[]] => [
      `what is no URI, ${target},`,
      { ...URI, target },
      ["x.target: not a URI"],
    ],
  ),
  ...["!a!b", "!a!b!c!", "!a!b!x", "!!b!", "1a1b1", "iaibi", "abc"].map(
    (regex): [string, ExtraRecordOptions, readonly string[]] => [
      `what is no substitution, ${regex},`,
      { ...NAPTR, regex },
      ["x.regex: not a substitution"],
    ],
  ),
  ...["!(a!b!", "!a)(!b!", "![a!b!"].map((regex): [string, ExtraRecordOptions, readonly string[]] => [
    `what does not close, ${regex},`,
    { ...NAPTR, regex },
    ["x.regex: brackets that do not match"],
  ]),
  ...["!a!\\1!", "!(a)!\\2!", "![(]a!\\1!", "!\\(a\\)!\\1!", "![[:alpha:](]!\\1!"].map(
    (regex): [string, ExtraRecordOptions, readonly string[]] => [
      `a reference to nothing, ${regex},`,
      { ...NAPTR, regex },
      ["x.regex: a reference to a group that the expression does not have"],
    ],
  ),
  [
    "flags that exclude each other",
    { ...NAPTR, flags: "sU", replacement: "a.contoso.com" },
    ["x.flags: flags that exclude each other"],
  ],
  [
    "a URI without a regex",
    { ...NAPTR, flags: "u", replacement: "a.contoso.com" },
    ["x.regex: flag U without a regex, which makes the URI"],
  ],
  ["what is no URI", { ...URI, target: "contoso.com" }, ["x.target: not a URI"]],
  ...["s", "A", "s1"].map((flags): [string, ExtraRecordOptions, readonly string[]] => [
    `a regex with flags ${flags}, which end in a name,`,
    { ...NAPTR, flags, regex: "!^.*$!_sip._udp.contoso.com!" },
    ["x.regex: a regex with a flag whose rule ends in a name"],
  ]),
  ...["https:contoso.com", "https:///a", "http://", "https://:443/", "HTTPS://a@/"].map(
    (target): [string, ExtraRecordOptions, readonly string[]] => [
      `a web address without a host, ${target},`,
      { ...URI, target },
      ["x.target: a web address without a host"],
    ],
  ),
  ...[
    "https://con_toso.com/",
    "https://-a.example/",
    "https://192.0.2.256/",
    "https://[::g]/",
    "https://a..b/",
  ].map((target): [string, ExtraRecordOptions, readonly string[]] => [
    `a host that is none, ${target},`,
    { ...URI, target },
    ["x.target: not a host"],
  ]),
  ["a port that is none", { ...URI, target: "https://a.example:65536/" }, ["x.target: not a port"]],
])("%s is refused", (_, record, messages) => {
  const faults = faultsOf(extraRecords({ domain: "contoso.com", records: { x: record } }));
  expect(faults.map((fault) => fault.split(/, got|; expected/)[0])).toEqual(messages);
});

test.each<[string, ExtraRecordOptions]>([
  ["quotes around a value with spaces", { ...HTTPS, value: 'key65001="a b" alpn="h2,h3"' }],
  ["the variable among others", { ...HTTPS, value: "dohpath=/{a}{?b,dns:9,c}" }],
  ["parameters without a value", { ...HTTPS, value: "alpn=h2 no-default-alpn" }],
  [
    "a web address of a name, with all before and behind it",
    { ...URI, target: "https://u@www.contoso.com:8443/a?b#c" },
  ],
  ["a web address of a number", { ...URI, target: "http://192.0.2.1" }],
  ["a web address of a number of IPv6", { ...URI, target: "https://[2001:db8::1]:443/" }],
  ["an escaped delimiter", { ...NAPTR, regex: "!a\\!b!c\\!d!i" }],
  ["a group for each reference", { ...NAPTR, flags: "U", regex: "/^([^)]+)(.*)$/http:\\/\\/\\2.\\1/" }],
  ["a wildcard of mailboxes", { ...SMIMEA, name: "*._smimecert" }],
  ["a key of an algorithm with any length", DNSKEY],
  ["a URI with all that RFC 3986 has", { ...URI, target: "sip:a,b!@contoso.com;x='(*)'?a=%20#[b]" }],
])("%s is taken", (_, record) => {
  expect(extraRecords({ domain: "contoso.com", records: { x: record } })).toMatchObject({ ok: true });
});
