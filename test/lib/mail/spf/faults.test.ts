import { formatFault, type Result } from "../../../../lib/fault";
import { adviseSpf, parseSpf } from "../../../../lib/mail/spf";

const said = (read: Result<unknown>) => (read.ok ? [] : read.faults.map(formatFault));

test.each<[string, readonly string[]]>([
  [
    "ip:192.0.2.1",
    [
      'unknown mechanism "ip", got "ip:192.0.2.1"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; ip4: is meant, perhaps',
    ],
  ],
  [
    "ipv4:192.0.2.1",
    [
      'unknown mechanism "ipv4", got "ipv4:192.0.2.1"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; ip4: is meant, perhaps',
    ],
  ],
  [
    "ipv6:2001:db8::1",
    [
      'unknown mechanism "ipv6", got "ipv6:2001:db8::1"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; ip6: is meant, perhaps',
    ],
  ],
  [
    "includes:contoso.org",
    [
      'unknown mechanism "includes", got "includes:contoso.org"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; include: is meant, perhaps',
    ],
  ],
  [
    "exist:contoso.org",
    [
      'unknown mechanism "exist", got "exist:contoso.org"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; exists: is meant, perhaps',
    ],
  ],
  [
    "host:contoso.org",
    [
      'unknown mechanism "host", got "host:contoso.org"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; a: is meant, perhaps',
    ],
  ],
  [
    "aaaa",
    [
      'unknown mechanism "aaaa", got "aaaa"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; a is meant, perhaps',
    ],
  ],
  [
    "aaaa:contoso.org",
    [
      'unknown mechanism "aaaa", got "aaaa:contoso.org"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; a is meant, perhaps',
    ],
  ],
  [
    "all.",
    [
      'unknown mechanism "all.", got "all."; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; all is meant, perhaps',
    ],
  ],
  [
    "mx,",
    [
      'unknown mechanism "mx,", got "mx,"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; mx is meant, perhaps',
    ],
  ],
  [
    "a;",
    [
      'unknown mechanism "a;", got "a;"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value; a is meant, perhaps',
    ],
  ],
  [
    "a.b",
    [
      'unknown mechanism "a.b", got "a.b"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value',
    ],
  ],
  [
    "ptr.",
    [
      'unknown mechanism "ptr.", got "ptr."; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value',
    ],
  ],
  [
    "moo",
    [
      'unknown mechanism "moo", got "moo"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value',
    ],
  ],
  ["192.0.2.1", ['address without its mechanism, got "192.0.2.1"; write ip4:192.0.2.1']],
  ["192.0.2.11", ['address without its mechanism, got "192.0.2.11"; write ip4:192.0.2.11']],
  ["10.20.30.40", ['address without its mechanism, got "10.20.30.40"; write ip4:10.20.30.40']],
  [
    "1.2.3.4.5",
    [
      'unknown mechanism "1.2.3.4.5", got "1.2.3.4.5"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value',
    ],
  ],
  [
    "x192.0.2.1",
    [
      'unknown mechanism "x192.0.2.1", got "x192.0.2.1"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value',
    ],
  ],
  [
    "192.0.2.1x",
    [
      'unknown mechanism "192.0.2.1x", got "192.0.2.1x"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value',
    ],
  ],
  [
    "redirect:contoso.com",
    ['redirect is a modifier, got "redirect:contoso.com"; write redirect=<domain>, without a qualifier'],
  ],
  [
    "-EXP:contoso.com",
    ['exp is a modifier, got "-EXP:contoso.com"; write exp=<domain>, without a qualifier'],
  ],
  [
    "-redirect=contoso.com",
    ['modifier with a qualifier, got "-redirect=contoso.com"; write redirect=contoso.com'],
  ],
  [
    "?1up=foo",
    [
      'malformed modifier name, got "?1up=foo"; expected a letter, then letters, digits, hyphens, underscores and dots',
    ],
  ],
  [
    "1up=foo",
    [
      'malformed modifier name, got "1up=foo"; expected a letter, then letters, digits, hyphens, underscores and dots',
    ],
  ],
  [
    "a:bücher.example",
    [
      'character outside ASCII, got "ü"; expected ASCII only (RFC 7208 §3.1); write internationalised names in A-labels (xn--…)',
    ],
  ],
  [
    "a:b c",
    [
      'domain of a single label, got "b"; expected a domain of at least two labels, or one that ends in a macro',
      'unknown mechanism "c", got "c"; expected all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value',
    ],
  ],
  ["include", ['mechanism without its domain, got "include"; expected a colon and a domain']],
  ["include:", ['empty domain, got ""; expected a domain such as _spf.contoso.com']],
  ["include:192.0.2.1", ['IPv4 address where a domain belongs, got "192.0.2.1"; write ip4:192.0.2.1']],
  [
    "include:x192.0.2.1",
    [
      'domain ends in "1", which is no top label, got "x192.0.2.1"; expected letters, digits and inner hyphens, not digits alone',
    ],
  ],
  [
    "include:contoso.com/24",
    ['CIDR length on a mechanism that takes none, got "/24"; write include:contoso.com'],
  ],
  [
    "include:localhost",
    [
      'domain of a single label, got "localhost"; expected a domain of at least two labels, or one that ends in a macro',
    ],
  ],
  [
    "ip4:192.0.2.1/33",
    ['malformed ip4 CIDR length, got "33"; expected a number from 0 to 32 without leading zeros'],
  ],
  [
    "ip4:192.0.2.1/08",
    ['malformed ip4 CIDR length, got "08"; expected a number from 0 to 32 without leading zeros'],
  ],
  ["ip4:192.0.2", ['not an IPv4 address, got "192.0.2"; expected four numbers such as 192.0.2.1']],
  [
    "ip4:2001:db8::1",
    ['not an IPv4 address, got "2001:db8::1"; expected four numbers such as 192.0.2.1; declare it as ip6'],
  ],
  [
    "ip6:192.0.2.1",
    ['not an IPv6 address, got "192.0.2.1"; expected an address such as 2001:db8::1; declare it as ip4'],
  ],
  [
    "ip6:2001:db8::1/129",
    ['malformed ip6 CIDR length, got "129"; expected a number from 0 to 128 without leading zeros'],
  ],
  [
    "ip6:2001:db8::1/",
    ['malformed ip6 CIDR length, got ""; expected a number from 0 to 128 without leading zeros'],
  ],
  ["ip4:", ['ip4 without an address, got ""; expected four numbers such as 192.0.2.1']],
  ["ip6", ['ip6 without an address, got "ip6"; expected ip6:<address>']],
  ["ip4:192.0.2.1:25", ['not an IPv4 address, got "192.0.2.1:25"; expected four numbers such as 192.0.2.1']],
  ["all:x", ['all takes no argument, got "all:x"; expected all']],
  ["all/8", ['all takes no argument, got "all/8"; expected all']],
  ["a/33", ['malformed ip4 CIDR length, got "33"; expected a number from 0 to 32 without leading zeros']],
  ["a//129", ['malformed ip6 CIDR length, got "129"; expected a number from 0 to 128 without leading zeros']],
  [
    "a/24/64",
    [
      'malformed dual CIDR length, got "/24/64"; expected /0-32, //0-128, or both as in /24//64; write /24//64',
    ],
  ],
  [
    "a:contoso.com/x",
    [
      'domain ends in "com/x", which is no top label, got "contoso.com/x"; expected letters, digits and inner hyphens, not digits alone',
    ],
  ],
  [
    "mx:contoso.com//",
    [
      'domain ends in "com//", which is no top label, got "contoso.com//"; expected letters, digits and inner hyphens, not digits alone',
    ],
  ],
  ["exists:%{x}.contoso.com", ['unknown macro letter, got "%{x}"; expected one of s, l, o, d, i, p, h, v']],
  [
    "exists:%{i0}.contoso.com",
    ['macro keeps no part, got "%{i0}"; expected a number of parts of at least 1'],
  ],
  [
    "exists:%.contoso.com",
    [
      'stray percent sign, got "%"; expected a macro such as %{i}, or one of %%, %_, %-; write %% for a literal percent sign',
    ],
  ],
  ["exists:%{d", ['macro without its closing brace, got "%{d"; expected a macro such as %{i}']],
  [
    "a:contoso.com-",
    [
      'domain ends in "com-", which is no top label, got "contoso.com-"; expected letters, digits and inner hyphens, not digits alone',
    ],
  ],
  [
    "exp=-all",
    [
      'domain of a single label, got "-all"; expected a domain of at least two labels, or one that ends in a macro',
    ],
  ],
  ["redirect=", ['empty domain, got ""; expected a domain such as _spf.contoso.com']],
  [
    "exp=%{c}.contoso.com x=%{q}",
    [
      'macro letter c is legal in explanation texts only, got "%{c}"; expected one of s, l, o, d, i, p, h, v (RFC 7208 §7.2)',
      'unknown macro letter, got "%{q}"; expected one of s, l, o, d, i, p, h, v',
    ],
  ],
  ["ptr:contoso.com/24", ['CIDR length on a mechanism that takes none, got "/24"; write ptr:contoso.com']],
  ["exists", ['mechanism without its domain, got "exists"; expected a colon and a domain']],
  ["-192.0.2.1", ['address without its mechanism, got "-192.0.2.1"; write -ip4:192.0.2.1']],
  ["~192.0.2.0/24", ['address without its mechanism, got "~192.0.2.0/24"; write ~ip4:192.0.2.0/24']],
])("the term %j", (text, faults) => {
  expect(said(parseSpf(`v=spf1 ${text}`))).toEqual(faults);
});

test.each(["moo-=x", "a:192.0.2.1x"])("the term %j is legal", (text) => {
  expect(said(parseSpf(`v=spf1 ${text}`))).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ["", ['not an SPF record, got ""; expected v=spf1, then a space or the end']],
  ["v=spf2", ['not an SPF record, got "v=spf2"; expected v=spf1, then a space or the end']],
  ["v=spf1é", ['not an SPF record, got "v=spf1é"; expected v=spf1, then a space or the end']],
  ["v=spf1 a\tmx", ['white space or control character, got "\\t"; expected visible ASCII characters']],
  [
    "v=spf1 mx a:b\u0001.com",
    ['white space or control character, got "\\u0001"; expected visible ASCII characters'],
  ],
])("the record %j", (text, faults) => {
  expect(said(parseSpf(text))).toEqual(faults);
});

test.each(["V=SPF1 a"])("the record %j is legal", (text) => {
  expect(said(parseSpf(text))).toEqual([]);
});

test.each<[string, readonly string[]]>([
  [
    "v=spf1 redirect=contoso.com ~all",
    [
      'terms[0]: redirect beside all is ignored, got "redirect=contoso.com"; remove one of the two (RFC 7208 §6.1)',
    ],
  ],
  [
    "v=spf1 -all mx",
    [
      'terms[1]: term after all is never evaluated, got "mx"; move it in front of all, or remove it (RFC 7208 §5.1)',
    ],
  ],
  ["v=spf1 mx +mx -all", ['terms[1]: term repeats an earlier one and never decides, got "mx"; remove it']],
  [
    "v=spf1 mx v=spf1 -all",
    [
      'terms[1]: version inside the record is read as an unknown modifier, got "v=spf1"; merge the records into one',
    ],
  ],
  [
    "v=spf1 ip4=1 a=b mx=c ptr=d ip6=e exists=f include=g -all",
    [
      'terms[0]: ip4= is an unknown modifier, not the mechanism, and has no effect, got "ip4=1"; write ip4:1',
      'terms[1]: a= is an unknown modifier, not the mechanism, and has no effect, got "a=b"; write a:b',
      'terms[2]: mx= is an unknown modifier, not the mechanism, and has no effect, got "mx=c"; write mx:c',
      'terms[3]: ptr= is an unknown modifier, not the mechanism, and has no effect, got "ptr=d"; write ptr:d',
      'terms[4]: ip6= is an unknown modifier, not the mechanism, and has no effect, got "ip6=e"; write ip6:e',
      'terms[5]: exists= is an unknown modifier, not the mechanism, and has no effect, got "exists=f"; write exists:f',
      'terms[6]: include= is an unknown modifier, not the mechanism, and has no effect, got "include=g"; write include:g',
    ],
  ],
  ["v=spf1 xa=b amx=c -all", []],
  [
    "v=spf1 ptr -all",
    [
      'terms[0]: ptr is slow, unreliable and not to be published (RFC 7208 §5.5), got "ptr"; name the hosts with ip4, ip6 or a',
    ],
  ],
  [
    "v=spf1 exists:%{p}.contoso.com -all",
    [
      'terms[0]: macro %{p} is slow, unreliable and not to be published (RFC 7208 §7.2), got "exists:%{p}.contoso.com"',
    ],
  ],
  [
    "v=spf1 a",
    [
      "record ends without all or redirect: every other client is neutral; expected a record that says what to make of everyone else (RFC 7208 §4.7)",
    ],
  ],
  [
    "v=spf1 ip4:192.0.2.5/24 -all",
    ['terms[0]: address has host bits set, got "ip4:192.0.2.5/24"; write ip4:192.0.2.0/24'],
  ],
  [
    "v=spf1 a:mail.example...com -all",
    [
      'terms[0]: no DNS query can be made of this domain, and receivers differ on what follows (RFC 7208 §4.8), got "a:mail.example...com"; expected labels of 1 to 63 octets, at most 253 octets in all',
    ],
  ],
  [
    "v=spf1 a:mail..com. -all",
    [
      'terms[0]: no DNS query can be made of this domain, and receivers differ on what follows (RFC 7208 §4.8), got "a:mail..com."; expected labels of 1 to 63 octets, at most 253 octets in all',
    ],
  ],
  ["v=spf1 a:mail.contoso.com. -all", []],
  ["v=spf1 exists:%{d}..com -all", []],
  [
    "v=spf1 redirect=a..com",
    [
      'terms[0]: no DNS query can be made of this domain, and receivers differ on what follows (RFC 7208 §4.8), got "redirect=a..com"; expected labels of 1 to 63 octets, at most 253 octets in all',
    ],
  ],
  [
    "v=spf1 mx exp=a..com -all",
    [
      'terms[1]: no DNS query can be made of this domain, and receivers differ on what follows (RFC 7208 §4.8), got "exp=a..com"; expected labels of 1 to 63 octets, at most 253 octets in all',
    ],
  ],
])("of %j, which is legal", (text, notes) => {
  const read = parseSpf(text);
  expect(read.ok && adviseSpf(read.value).map(formatFault)).toEqual(notes);
});
