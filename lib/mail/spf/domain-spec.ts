import { type Fault, fail, ok, type Result } from "../../fault";
import { type DomainSpec, macroTokens, parseMacroString } from "./macro";
import { faultAt, type Span } from "./span";

/**
 * Reads a domain-spec (RFC 7208 §7.1): a macro string that ends in a macro, or in a dot and a top label.
 * Everything before that end may hold any visible character, so `foo:bar/baz.example.com` is one.
 */
export function parseDomainSpec(text: string): Result<DomainSpec> {
  const span = { text, offset: 0 };
  const illegal = illegalCharacters(span);
  return illegal.length > 0 ? fail(...illegal) : domainSpecOf(span);
}

/** {@link parseDomainSpec} for a part of a record whose characters have been checked. */
export function domainSpecOf(span: Span): Result<DomainSpec> {
  const macros = parseMacroString(span, "domain-spec");
  const end = endFault(span);
  if (!macros.ok) return fail(...macros.faults, ...(end ? [end] : []));
  return end ? fail(end) : ok(macros.value as DomainSpec);
}

/** Runs of characters that no term may hold: all but visible ASCII (§3.1, §7.1). */
export function illegalCharacters(span: Span, legal: "visible" | "visible and space" = "visible"): Fault[] {
  const pattern = legal === "visible" ? /[^\x21-\x7e]+/g : /[^\x20-\x7e]+/g;
  return [...span.text.matchAll(pattern)].map((run) => {
    const at = { text: run[0], offset: span.offset + run.index };
    if (/[\u0080-\uffff]/.test(run[0])) {
      return faultAt(at, "character outside ASCII", {
        expected: "ASCII only (RFC 7208 §3.1)",
        fix: "write internationalised names in A-labels (xn--…)",
      });
    }
    return faultAt(at, "white space or control character", {
      expected: legal === "visible" ? "visible ASCII characters" : "visible ASCII characters and spaces",
    });
  });
}

/** What is wrong with the end of a domain-spec: domain-end of §7.1. */
function endFault(span: Span): Fault | undefined {
  const { text } = span;
  if (text === "") return faultAt(span, "empty domain", { expected: "a domain such as _spf.contoso.com" });
  const last = [...macroTokens(span)].at(-1)?.text ?? "";
  if (last.startsWith("%")) return undefined;
  const bare = text.endsWith(".") ? text.slice(0, -1) : text;
  if (/^\d+(?:\.\d+){3}$/.test(bare)) {
    return faultAt(span, "IPv4 address where a domain belongs", { fix: `write ip4:${bare}` });
  }
  // The dot must stand behind the last macro, as in `%{d}.com`; `%{d}com` has no top label.
  const tail = last.endsWith(".") ? last.slice(0, -1) : last;
  const dot = tail.lastIndexOf(".");
  if (dot === -1) {
    return faultAt(span, "domain of a single label", {
      expected: "a domain of at least two labels, or one that ends in a macro",
    });
  }
  const toplabel = tail.slice(dot + 1);
  if (isToplabel(toplabel)) return undefined;
  return faultAt(span, `domain ends in ${JSON.stringify(toplabel)}, which is no top label`, {
    expected: "letters, digits and inner hyphens, not digits alone",
  });
}

function isToplabel(label: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label) && /[a-z-]/i.test(label);
}
