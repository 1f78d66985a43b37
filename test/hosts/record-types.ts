import type { ExtraRecordOptions } from "../../lib/options";

/** The key of RFC 6605 §6.1. */
const KEY = "GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==";
const HASH = "c93f1e400f26708f98cb19d936620da35eec8f72e57f9eec01c1afd6";

/** Records of the types whose data is a row of fields, as people write them, with what is published of each. */
export const FIELDED: Readonly<Record<string, readonly [ExtraRecordOptions, string]>> = {
  alias: [
    { name: "shop", type: "HTTPS", priority: 0, target: "Shop.contoso.example." },
    "shop.contoso.com HTTPS 0 shop.contoso.example",
  ],
  cert: [
    { name: "old", type: "CERT", certificateType: 1, keyTag: 0, algorithm: 0, certificate: "MIIB AgME" },
    "old.contoso.com CERT 1 0 0 MIIBAgME",
  ],
  dnskey: [
    { type: "DNSKEY", flags: 257, algorithm: 13, publicKey: KEY },
    `contoso.com DNSKEY 257 3 13 ${KEY}`,
  ],
  ds: [
    { name: "sub", type: "DS", keyTag: 2371, algorithm: 13, digestType: 2, digest: "AB".repeat(32) },
    `sub.contoso.com DS 2371 13 2 ${"ab".repeat(32)}`,
  ],
  https: [
    {
      name: "www",
      type: "HTTPS",
      priority: 1,
      target: ".",
      value: 'port=8443 alpn="h2,h3" ipv6hint=2001:0DB8:0::1 ipv4hint=192.0.2.1,192.0.2.2 no-default-alpn',
    },
    'www.contoso.com HTTPS 1 . alpn="h2,h3" no-default-alpn port="8443" ipv4hint="192.0.2.1,192.0.2.2" ipv6hint="2001:db8::1"',
  ],
  loc: [
    {
      name: "office",
      type: "LOC",
      latDegrees: 47,
      latMinutes: 38,
      latSeconds: 22.5,
      latDirection: "N",
      longDegrees: 122,
      longMinutes: 7,
      longDirection: "W",
      altitude: 104.25,
      size: 20,
    },
    "office.contoso.com LOC 47 38 22.5 N 122 7 0 W 104.25 20 10000 10",
  ],
  naptr: [
    {
      name: "enum",
      type: "NAPTR",
      order: 10,
      preference: 100,
      flags: "U",
      service: "E2U+sip",
      regex: "!^\\+1(.*)$!sip:\\1@contoso.com;say=\"${file('x')}\"!",
    },
    'enum.contoso.com NAPTR 10 100 "U" "E2U+sip" "!^\\\\+1(.*)$!sip:\\\\1@contoso.com;say=\\"${file(\'x\')}\\"!" .',
  ],
  naptr2: [
    {
      name: "sip",
      type: "NAPTR",
      order: 1,
      preference: 2,
      flags: "S",
      service: "SIP+D2T",
      replacement: "_sip._tcp.contoso.com",
    },
    'sip.contoso.com NAPTR 1 2 "S" "SIP+D2T" "" _sip._tcp.contoso.com',
  ],
  none: [
    { name: "_imap._tcp", type: "SRV", priority: 0, weight: 0, port: 0, target: "." },
    "_imap._tcp.contoso.com SRV 0 0 0 .",
  ],
  pgp: [
    { name: `${HASH}._openpgpkey`, type: "OPENPGPKEY", key: "mQENBFVH" },
    `${HASH}._openpgpkey.contoso.com OPENPGPKEY mQENBFVH`,
  ],
  ptr: [{ name: "25", type: "PTR", target: "mail.contoso.com" }, "25.contoso.com PTR mail.contoso.com"],
  smimea: [
    {
      name: `${HASH}._smimecert`,
      type: "SMIMEA",
      usage: 3,
      selector: 0,
      matchingType: 0,
      certificate: "30820314",
    },
    `${HASH}._smimecert.contoso.com SMIMEA 3 0 0 30820314`,
  ],
  srv: [
    {
      name: "_sip._tls",
      type: "SRV",
      priority: 100,
      weight: 1,
      port: 443,
      target: "sipdir.online.lync.com.",
    },
    "_sip._tls.contoso.com SRV 100 1 443 sipdir.online.lync.com",
  ],
  sshfp: [
    { name: "git", type: "SSHFP", algorithm: 4, fingerprintType: 2, fingerprint: "1F".repeat(32) },
    `git.contoso.com SSHFP 4 2 ${"1f".repeat(32)}`,
  ],
  svcb: [
    {
      name: "_dns",
      type: "SVCB",
      priority: 1,
      target: "dns.contoso.com",
      value: "mandatory=port alpn=dot port=853 key65001=x ech=AEX+ dohpath=/q{?dns}",
    },
    '_dns.contoso.com SVCB 1 dns.contoso.com mandatory="port" alpn="dot" port="853" ech="AEX+" dohpath="/q{?dns}" key65001="x"',
  ],
  svcb2: [
    {
      name: "_odoh",
      type: "SVCB",
      priority: 1,
      target: ".",
      value: "alpn=h2 tls-supported-groups=29,4588 ohttp mandatory=ohttp",
    },
    '_odoh.contoso.com SVCB 1 . mandatory="ohttp" alpn="h2" ohttp tls-supported-groups="29,4588"',
  ],
  uri: [
    {
      name: "_http._tcp",
      type: "URI",
      priority: 10,
      weight: 1,
      target: "https://contoso.com/a?b=$(c),%24;d",
    },
    "_http._tcp.contoso.com URI 10 1 https://contoso.com/a?b=$(c),%24;d",
  ],
};
