import { type DnsName, parseName } from "../dns/name";
import { type Fault, fail, ok, type Result } from "../fault";
import type { SenderParameter } from "./catalogue";

const KEY_RECORD = /^(?:[a-z]+\s*=[^;]*;\s*)*p\s*=\s*[A-Za-z0-9+/=\s]+(?:;.*)?$/i;
const BASE64 = /^[A-Za-z0-9+/]{40,}={0,2}$/;

/** Reads one text of a parameter: in the form that the sender's console shows, normalised to what a record needs. */
export function readForm(text: string, rule: SenderParameter, domain: DnsName): Result<string> {
  switch (rule.form) {
    case "choice":
      return readChoice(text, rule.choices);
    case "pattern":
      return new RegExp(rule.pattern).test(text) ? ok(text) : refuse(text, rule.expected);
    case "dkim-key":
      return readKey(text);
    case "host":
      return readHost(text);
    case "label":
    case "selector":
      return readLabel(text, rule.form, domain);
  }
}

/** Reads one of some words. */
export function readChoice(text: string, choices: readonly string[]): Result<string> {
  return choices.includes(text) ? ok(text) : refuse(text, choices.join(" | "));
}

function readKey(text: string): Result<string> {
  const bare = text.trim();
  if (KEY_RECORD.test(bare)) return ok(bare);
  if (BASE64.test(bare)) return ok(`v=DKIM1; k=rsa; p=${bare}`);
  return refuse(shorten(text), "a key record (v=DKIM1; k=rsa; p=…) or the base64 of the public key");
}

function readHost(text: string): Result<string> {
  const name = parseName(text, "owner");
  if (!name.ok) return name;
  return name.value.includes(".") ? name : refuse(text, "a full host name");
}

/** A name relative to the mail domain; consoles like to show the full one. */
function readLabel(text: string, form: "label" | "selector", domain: DnsName): Result<string> {
  const what =
    form === "selector" ? "a selector, such as s1" : "a name relative to the domain, such as em1234";
  const name = parseName(text, "owner");
  if (!name.ok) return name;
  const tail = form === "selector" ? `._domainkey.${domain}` : `.${domain}`;
  const relative = strip(name.value, tail) ?? strip(name.value, form === "selector" ? "._domainkey" : "");
  if (relative !== undefined) return refuse(text, what, `write ${relative}`);
  if (name.value === domain || name.value.startsWith("*")) return refuse(text, what);
  return ok(name.value);
}

function strip(name: string, tail: string): string | undefined {
  return tail !== "" && name.endsWith(tail) ? name.slice(0, -tail.length) : undefined;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function refuse(text: string, expected: string, fix?: string): { ok: false; faults: readonly Fault[] } {
  return fail({
    message: "value in the wrong form",
    received: JSON.stringify(text),
    expected,
    ...(fix === undefined ? {} : { fix }),
  });
}
