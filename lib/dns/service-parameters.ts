import { type Fault, fail, ok, type Result } from "../fault";
import { canonicalIp4, canonicalIp6 } from "./address";

/** Parameters of service bindings by the names of IANA's registry (RFC 9460 §14.3.2), numbers as on the wire. */
export const PARAMETER_KEYS: Readonly<Record<string, number>> = {
  mandatory: 0,
  alpn: 1,
  "no-default-alpn": 2,
  port: 3,
  ipv4hint: 4,
  ech: 5,
  ipv6hint: 6,
  dohpath: 7,
  ohttp: 8,
  "tls-supported-groups": 9,
};

/** The number of a parameter; `undefined` for a name that is none. */
function parameterNumber(name: string): number | undefined {
  if (Object.hasOwn(PARAMETER_KEYS, name)) return PARAMETER_KEYS[name];
  const [, digits] = /^key(0|[1-9]\d{0,4})$/.exec(name) ?? [];
  const number = Number(digits ?? Number.NaN);
  // The registered ones go by their names.
  return number < 65_535 && number >= Object.keys(PARAMETER_KEYS).length ? number : undefined;
}

/** Words with spaces between them, which may hold spaces in quotes. */
function wordsOf(text: string): readonly string[] {
  return text.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
}

/** A name, with a value or without; quotes enclose the whole value or stand nowhere. */
const PARAMETER = /^[^"=]+(?:=(?:"[^"]*"|[^"]*))?$/;

/** A service binding's parameters, sorted by their numbers: names with values, which are empty where there is none. */
function splitParameters(text: string): readonly (readonly [name: string, value: string])[] {
  return wordsOf(text)
    .map((word): readonly [string, string] => {
      const at = word.indexOf("=");
      return at < 0 ? [word, ""] : [word.slice(0, at), word.slice(at + 1).replace(/^"(.*)"$/, "$1")];
    })
    .sort(([a], [b]) => (parameterNumber(a) ?? 0) - (parameterNumber(b) ?? 0));
}

/**
 * Reads parameters, `alpn=h2,h3 port=443`, into the form that Cloudflare shows: sorted as on the wire, values in quotes. What
 * only escapes can write (RFC 9460 §2.1, appendix A) is refused.
 */
export function readParameters(text: string): Result<string> {
  if (!/^[ -[\]-~]*$/.test(text) || (text.match(/"/g)?.length ?? 0) % 2 > 0) {
    return fail({
      message: "not parameters of a service binding",
      received: JSON.stringify(text),
      expected: "printable ASCII without backslashes, quotes in pairs",
    });
  }
  const misquoted = wordsOf(text).filter((word) => !PARAMETER.test(word));
  if (misquoted.length > 0) {
    return fail({
      message: "quotes that do not enclose a whole value",
      received: misquoted.join(" "),
      expected: 'parameters such as alpn="h2,h3" with spaces between them',
    });
  }
  const parameters = splitParameters(text);
  const faults = parameters.flatMap(([name, value], at) => [
    ...(name === parameters[at - 1]?.[0] ? [{ message: "a parameter twice", received: name }] : []),
    ...parameterFaults(name, value),
  ]);
  const names = new Set(parameters.map(([name]) => name));
  const [, mandatory] = parameters.find(([name]) => name === "mandatory") ?? [];
  const needed = mandatory?.split(",") ?? [];
  const twice = needed.filter((name, at) => needed.indexOf(name) < at);
  if (twice.length > 0) {
    faults.push({ message: "mandatory names a parameter twice (RFC 9460 §8)", received: twice.join(",") });
  }
  if (needed.includes("mandatory")) faults.push({ message: "mandatory names itself (RFC 9460 §8)" });
  const lacking = needed.filter((name) => !names.has(name));
  if (lacking.length > 0) {
    faults.push({ message: "mandatory names a parameter that is not there", received: lacking.join(",") });
  }
  if (names.has("no-default-alpn") && !names.has("alpn")) {
    faults.push({ message: "no-default-alpn without alpn (RFC 9460 §7.1.1)" });
  }
  if (faults.length > 0) return fail(...faults);
  const canonical = parameters.map(([name, value]) => [name, canonicalValue(name, value)] as const);
  return ok(canonical.map(([name, value]) => (value === "" ? name : `${name}="${value}"`)).join(" "));
}

/**
 * Parameters as name servers of any age read them: those that BIND does not know by name go by number (RFC 9460 §2.1).
 * @param text in the form that {@link readParameters} gives
 */
export function masterFileParameters(text: string): string {
  return splitParameters(text)
    .map(([name, value]) => {
      const octets = name === "tls-supported-groups" ? groupOctets(value) : value;
      const shown = name === "mandatory" ? value.split(",").map(numbered).join(",") : octets;
      return shown === "" ? numbered(name) : `${numbered(name)}="${shown}"`;
    })
    .join(" ");
}

function numbered(name: string): string {
  return name === "ohttp" || name === "tls-supported-groups" ? `key${PARAMETER_KEYS[name]}` : name;
}

function groupOctets(groups: string): string {
  return groups
    .split(",")
    .flatMap((group) => [Number(group) >> 8, Number(group) & 255])
    .map((octet) => `\\${String(octet).padStart(3, "0")}`)
    .join("");
}

/** The one form of a sound value. */
function canonicalValue(name: string, value: string): string {
  const parts = value.split(",");
  switch (name) {
    case "mandatory":
      return parts.sort((a, b) => (parameterNumber(a) ?? 0) - (parameterNumber(b) ?? 0)).join(",");
    case "port":
      return String(Number(value));
    case "ipv4hint":
      return parts.map((address) => canonicalIp4(address) ?? address).join(",");
    case "ipv6hint":
      return parts.map((address) => canonicalIp6(address) ?? address).join(",");
    default:
      return value;
  }
}

/** What base64 must be like here. */
export const BASE64 = "base64 with its padding and no bits beyond its data (RFC 4648 §3.5, §4)";

/** Is it base64 in the one form that its octets have? */
export function isBase64(text: string): boolean {
  return text !== "" && Buffer.from(text, "base64").toString("base64") === text;
}

/** What a parameter's value must be; those without an entry may have any. */
const VALUES: Readonly<
  Record<string, { readonly expected: string; readonly is: (value: string) => boolean }>
> = {
  mandatory: {
    expected: "names of parameters with commas between them",
    is: all((name) => parameterNumber(name) !== undefined),
  },
  alpn: { expected: "protocols such as h2,h3", is: all((id) => id.length > 0 && id.length <= 255) },
  "no-default-alpn": { expected: "no value", is: (value) => value === "" },
  port: { expected: "0 to 65535", is: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535 },
  ipv4hint: { expected: "IPv4 addresses", is: all((address) => canonicalIp4(address) !== undefined) },
  ech: { expected: BASE64, is: isBase64 },
  ipv6hint: { expected: "IPv6 addresses", is: all((address) => canonicalIp6(address) !== undefined) },
  dohpath: {
    expected: "a relative template with {?dns} (RFC 9461 §5)",
    // One of the variables of an expression (RFC 6570 §2.2) must be dns.
    is: (value) => /^\/\S*\{[+#./;?&]?(?:[^\s{},]+,)*dns(?:\*|:\d{1,4})?(?:,[^\s{},]+)*\}\S*$/.test(value),
  },
  ohttp: { expected: "no value (RFC 9540 §4)", is: (value) => value === "" },
  "tls-supported-groups": {
    expected: "numbers of groups such as 29,23, none twice",
    is: (value) => {
      const groups = value.split(",");
      return (
        new Set(groups).size === groups.length &&
        groups.every((group) => /^(?:0|[1-9]\d{0,4})$/.test(group) && Number(group) <= 65_535)
      );
    },
  },
};

function all(is: (one: string) => boolean): (value: string) => boolean {
  return (value) => value.split(",").every(is);
}

function parameterFaults(name: string, value: string): readonly Fault[] {
  if (parameterNumber(name) === undefined) {
    return [
      {
        message: "not a parameter of a service binding",
        received: JSON.stringify(name),
        expected: `${Object.keys(PARAMETER_KEYS).join(" | ")} | key<number> (RFC 9460 §14.3.2)`,
      },
    ];
  }
  const form = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  if (!form || form.is(value)) return [];
  return [{ message: `not a value of ${name}`, received: JSON.stringify(value), expected: form.expected }];
}
