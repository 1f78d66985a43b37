import { type Fault, fail, ok, type Result, within } from "../fault";
import { parseIp4, parseIp6 } from "./address";
import { FIELDS, parseFielded } from "./fielded";
import { type DnsName, parseName } from "./name";
import type { DnsRecord, DnsRecordType } from "./record";

const TYPES: readonly string[] = [
  ...(["A", "AAAA", "CNAME", "MX", "TXT", "CAA", "TLSA", "NS"] satisfies readonly DnsRecordType[]),
  ...Object.keys(FIELDS),
];

/** Is this a type of record that mail posture is made of? */
export function isRecordType(type: string): type is DnsRecordType {
  return TYPES.includes(type);
}

/**
 * Reads a record from its owner, type and data as {@link recordData} writes them: no quotes, no escapes, names with or
 * without a trailing dot. The opposite of `recordData`.
 */
export function parseRecord(name: string, type: DnsRecordType, data: string, ttl: number): Result<DnsRecord> {
  const faults: Fault[] = [];
  const take = <T>(result: Result<T>, ...path: readonly string[]): T | undefined => {
    if (!result.ok) faults.push(...result.faults.map((fault) => within(fault, ...path)));
    return result.ok ? result.value : undefined;
  };
  const owner = take(parseName(name, "owner"), "name");
  const read = take(readData(type, data), "data");
  return owner !== undefined && read ? ok({ name: owner, ttl, ...read }) : fail(...faults);
}

type Data<R = DnsRecord> = R extends DnsRecord ? Omit<R, "name" | "ttl"> : never;

function readData(type: DnsRecordType, data: string): Result<Data> {
  switch (type) {
    case "A":
      return map(parseIp4(data), (address) => ({ type, address }));
    case "AAAA":
      return map(parseIp6(data), (address) => ({ type, address }));
    case "CNAME":
      // A target may hold underscores: DKIM keys stand under them.
      return map(parseName(data, "owner"), (target) => ({ type, target }));
    case "NS":
      return map(parseName(data), (host) => ({ type, host }));
    case "TXT":
      return ok({ type, value: data });
    case "MX": {
      const [preference = "", exchange = "", ...rest] = data.split(/\s+/);
      const number = integer(preference, 65535);
      if (number === undefined || rest.length > 0)
        return refuse(type, data, "0 contoso-com.mail.protection.outlook.com");
      const host: Result<DnsName | "."> = exchange === "." ? ok(".") : parseName(exchange, "owner");
      return map(host, (known) => ({ type, preference: number, exchange: known }));
    }
    case "CAA": {
      const [, flags = "", tag = "", value = ""] = /^(\d+)\s+([A-Za-z0-9]+)\s(.*)$/s.exec(data) ?? [];
      const number = integer(flags, 255);
      return number === undefined
        ? refuse(type, data, "0 issue letsencrypt.org")
        : ok({ type, flags: number, tag, value });
    }
    case "TLSA": {
      const [usage, selector, matchingType, ...hex] = data.split(/\s+/);
      const numbers = [usage, selector, matchingType].map((field) => integer(field ?? "", 255));
      const certificate = hex.join("").toLowerCase();
      const [one, two, three] = numbers;
      return one === undefined || two === undefined || three === undefined || !/^[0-9a-f]+$/.test(certificate)
        ? refuse(type, data, "3 1 1 and hexadecimal digits")
        : ok({ type, usage: one, selector: two, matchingType: three, certificate });
    }
    default:
      return parseFielded(type, data);
  }
}

function map<T, U>(result: Result<T>, change: (value: T) => U): Result<U> {
  return result.ok ? ok(change(result.value)) : result;
}

function integer(text: string, most: number): number | undefined {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return number <= most ? number : undefined;
}

function refuse(type: DnsRecordType, data: string, example: string): Result<never> {
  return fail({
    message: `not the data of a record of type ${type}`,
    received: JSON.stringify(data),
    expected: `data such as ${example}`,
  });
}
