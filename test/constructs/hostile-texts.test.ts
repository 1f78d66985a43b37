import { Fn, TerraformVariable, Token } from "cdktf";
import {
  BreakGlass,
  CloudflareZone,
  ConditionalAccessPolicy,
  Directory,
  declareDomain,
  M365OutboundConnector,
  MailDomain,
  SsprGroup,
} from "../../index";
import type { DnsName } from "../../lib/dns/name";
import { FaultError, unwrap } from "../../lib/fault";
import { readTemplate, textsIn } from "../stacks/hostile/literal-text";
import { synthesized } from "../support/synth";

// Programs hand text over that others wrote, and references on purpose. Text stays text; a reference passes where Terraform
// can hold it to what it must be, and is refused elsewhere; text that only looks like one is no reference.

const HOSTILE = '${file("/etc/passwd")}';
const LOOKALIKE = "${TfToken[TOKEN.99999]}";

type Build = Parameters<typeof synthesized>[0];
type Stack = Parameters<Build>[0];

/** What becomes of a program: the fault, or what Terraform would evaluate. */
function outcome(build: Build): string | readonly string[] {
  try {
    return textsIn(synthesized(build)).flatMap((text) => readTemplate(text).active);
  } catch (error) {
    if (error instanceof FaultError) return error.message;
    throw error;
  }
}

const zone = (stack: Stack) =>
  CloudflareZone.fromZoneId(stack, "Zone", { zoneName: "contoso.com", zoneId: "0".repeat(32) });
const breakGlass = (stack: Stack, directory: Directory) =>
  new BreakGlass(stack, "BreakGlass", {
    directory,
    group: "sg-break-glass",
    users: ["bg1@contoso.com", "bg2@contoso.com"],
  });
const variable = (stack: Stack, name = "v") =>
  new TerraformVariable(stack, name, { type: "string" }).stringValue;

/** Where a program's text may be written down. */
const WRITTEN: Readonly<Record<string, (stack: Stack, text: string) => void>> = {
  "a TXT record": (stack, value) =>
    zone(stack).add(stack, "T", { type: "TXT", name: "contoso.com" as DnsName, ttl: 300, value }),
  "the id of a zone": (stack, zoneId) => {
    CloudflareZone.fromZoneId(stack, "Z", { zoneName: "contoso.com", zoneId }).add(stack, "T", {
      type: "TXT",
      name: "contoso.com" as DnsName,
      ttl: 300,
      value: "x",
    });
  },
  "an account": (stack, accountId) =>
    CloudflareZone.fromZoneName(stack, "Z", { zoneName: "contoso.com", accountId }),
  "a record beside the mail": (stack, value) =>
    new MailDomain(stack, "M", {
      zone: zone(stack),
      domain: "contoso.com",
      profile: "parked",
      records: { x: { type: "TXT", name: "x", value } },
    }),
  "a group": (stack, group) =>
    new SsprGroup(stack, "S", { directory: new Directory(stack, "D"), group, users: ["ann@contoso.com"] }),
  "a rule of members": (stack, rule) =>
    new SsprGroup(stack, "S", { directory: new Directory(stack, "D"), group: "sg", rule }),
  "a group that is looked up": (stack, group) => new Directory(stack, "D").group(group),
  "a policy's group": (stack, group) =>
    new ConditionalAccessPolicy(stack, "P", {
      breakGlass: breakGlass(stack, new Directory(stack, "D")),
      policy: {
        displayName: "MFA",
        include: { groups: [group] },
        applications: "all",
        grant: { controls: ["mfa"] },
      },
    }),
};

const known = new Set(Object.keys(WRITTEN));

test.each([...known])("%s: what Terraform would evaluate stays text", (place) => {
  for (const text of [HOSTILE, '%{ if file("/etc/passwd") != "" }x%{ endif }', '"\\${file("passwd")}']) {
    const result = outcome((stack) => WRITTEN[place]?.(stack, text));
    if (typeof result === "string") continue;
    expect(result.filter((expression) => expression.includes("passwd"))).toEqual([]);
  }
});

test.each([...known])("%s: text that only looks like a reference is refused", (place) => {
  for (const text of [LOOKALIKE, `a ${LOOKALIKE}`, "#{TfToken[TOKEN.99999]}", "${Token[TOKEN.1]}"])
    expect(outcome((stack) => WRITTEN[place]?.(stack, text))).toEqual(expect.any(String));
});

test.each([
  ["a TXT record", ["var.v"]],
  ["the id of a zone", ["var.v"]],
  ["an account", ["var.v"]],
  ["a policy's group", ["var.v"]],
])("%s may be a reference", (place, evaluated) => {
  const result = outcome((stack) => WRITTEN[place]?.(stack, variable(stack)));
  expect(result).toEqual(expect.arrayContaining([...evaluated]));
});

test.each(["a record beside the mail", "a group", "a rule of members"])("%s may not", (place) => {
  expect(outcome((stack) => WRITTEN[place]?.(stack, variable(stack)))).toContain(
    "a value that is unknown at synth",
  );
});

test("what stands beside a reference is text, in a value and in its condition", () => {
  const { resource } = synthesized((stack) => {
    const value = `${HOSTILE}" ${variable(stack)} $${variable(stack, "w")}`;
    WRITTEN["a TXT record"]?.(stack, value);
  });
  const { content, lifecycle } = resource?.cloudflare_dns_record?.T ?? {};
  const { text, active } = readTemplate(String(content));
  expect(active).toEqual(["var.v", '"$"', "var.w"]);
  expect(text).toBe(`"${HOSTILE}"  "`);
  expect(JSON.stringify(lifecycle)).not.toMatch(/[^$]\$\{file/);
});

test("bindings of our provider take text and references, and no templates", () => {
  const connector = (name: (stack: Stack) => string) =>
    outcome((stack) => {
      new M365OutboundConnector(stack, "C", { name: name(stack), recipientDomains: ["contoso.com"] });
    });
  expect(connector(() => "to premises, 5 $ {x} 10 %")).toEqual([]);
  expect(connector(() => "$${x} %%{y}")).toEqual([]);
  expect(connector((stack) => `to ${variable(stack)}`)).toEqual(["var.v"]);
  expect(connector((stack) => Fn.upper(variable(stack)))).toEqual(["upper(var.v)"]);
  expect(connector(() => HOSTILE)).toContain("text that Terraform would evaluate");
  expect(connector(() => "%{ if true }x%{ endif }")).toContain("text that Terraform would evaluate");
  expect(connector((stack) => `${HOSTILE}${variable(stack)}`)).toContain(
    "text that Terraform would evaluate",
  );
  expect(connector(() => LOOKALIKE)).toContain("text that Terraform would evaluate");
});

test("a declaration holds no references", () => {
  const declaration = unwrap(
    "test",
    declareDomain({
      domain: "contoso.com",
      profile: "parked",
      records: { x: { type: "TXT", name: "x", value: Token.asString({ resolve: () => "x" }) } },
    }),
  );
  expect(
    outcome(
      (stack) => new MailDomain(stack, "M", { zone: zone(stack), declaration: structuredClone(declaration) }),
    ),
  ).toContain("a value that is unknown at synth");
});
