import { parseName } from "../../lib/dns/name";
import { knownValue } from "../../lib/plan/attributes";
import type { ZoneReader } from "../../lib/plan/zone-fact";

/**
 * A Worker's script whose first statement is the policy that it serves, as this project writes it:
 * `const policy = "version: STSv1\r\n…";` What another script serves is not known.
 */
export const workersScript: ZoneReader = ({ attributes }) => {
  const script = knownValue(attributes.text("script_name")) ?? knownValue(attributes.text("name"));
  if (script === undefined) return [];
  const content = attributes.text("content");
  const [, literal] = /^const policy = ("(?:[^"\\\n]|\\.)*");/.exec(knownValue(content) ?? "") ?? [];
  const text = literal === undefined ? undefined : textOf(literal);
  if (text?.startsWith("version: STSv1")) return [{ kind: "policy worker", script, text }];
  const why =
    content.kind === "sensitive"
      ? "its content is sensitive, not shown"
      : content.kind === "unknown"
        ? "its content is known after apply"
        : "what it serves cannot be read from its content";
  return [{ kind: "policy worker", script, why }];
};

/** The host at which a Worker answers. */
export const workersDomain: ZoneReader = ({ attributes }) => {
  const script = knownValue(attributes.text("service"));
  const host = parseName(knownValue(attributes.text("hostname")) ?? "");
  return script === undefined || !host.ok ? [] : [{ kind: "worker host", script, host: host.value }];
};

/** A route by which a Worker answers, such as `mta-sts.contoso.com/*`. */
export const workersRoute: ZoneReader = ({ attributes }) => {
  const script = knownValue(attributes.text("script")) ?? knownValue(attributes.text("script_name"));
  const [, name = ""] =
    /^(?:https?:\/\/)?([^/*]+)(?:\/|$)/.exec(knownValue(attributes.text("pattern")) ?? "") ?? [];
  const host = parseName(name);
  return script === undefined || !host.ok ? [] : [{ kind: "worker host", script, host: host.value }];
};

function textOf(literal: string): string | undefined {
  try {
    const text: unknown = JSON.parse(literal);
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
