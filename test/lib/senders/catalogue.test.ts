import { parseName } from "../../../lib/dns/name";
import { formatFault, unwrap } from "../../../lib/fault";
import { SENDERS, type SenderEntry } from "../../../lib/senders/catalogue";
import { resolveUse } from "../../../lib/senders/resolve";
import { senderOfInclude } from "../../../lib/senders/spf";
import { places } from "../../../lib/senders/template";

const CONTOSO = unwrap("contoso.com", parseName("contoso.com"));
const BUILT_IN = ["domain", "dashed"];

describe("the catalogue", () => {
  it("knows the senders that Microsoft 365 domains share with", () => {
    expect([...SENDERS.keys()]).toEqual(
      expect.arrayContaining([
        "google-workspace",
        "amazon-ses",
        "sendgrid",
        "mailchimp",
        "mandrill",
        "mailgun",
        "postmark",
        "salesforce",
        "hubspot",
        "zendesk",
        "freshdesk",
        "brevo",
        "mailjet",
        "klaviyo",
        "proofpoint",
        "mimecast",
      ]),
    );
  });

  it("lists the senders in order, each under one name", () => {
    const names = [...SENDERS.keys()];
    expect(names).toEqual([...names].sort());
    const others = [...SENDERS.values()].flatMap((entry) => entry.alsoCalled);
    expect(new Set([...names, ...others]).size).toBe(names.length + others.length);
  });
});

describe.each([...SENDERS])("%s", (name, entry) => {
  it("has a plain name and a source", () => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(entry.source).toMatch(/^https:\/\//);
  });

  it("fills every place of its templates from a parameter", () => {
    for (const { template, given } of templates(entry)) {
      for (const place of places(template)) expect(given).toContain(place);
    }
  });

  it("uses an optional parameter only where it has a value", () => {
    const sure = Object.entries(entry.parameters)
      .filter(([, rule]) => rule.required || rule.default !== undefined)
      .map(([parameter]) => parameter);
    for (const part of [...entry.dkim, ...entry.records]) {
      const when = part.when === undefined ? [] : [part.when];
      const beside = when.flatMap((parameter) => [
        ...(entry.parameters[parameter]?.needs ?? []),
        ...(entry.either.find((set) => set.includes(parameter)) ?? []),
      ]);
      const used = texts(part).flatMap(places);
      for (const place of used) {
        expect([...BUILT_IN, "item", "n", ...sure, ...when, ...beside]).toContain(place);
      }
    }
  });

  it("names only parameters that exist", () => {
    const known = Object.keys(entry.parameters);
    const named = [
      ...Object.values(entry.parameters).flatMap((rule) => rule.needs),
      ...entry.either.flat(),
      ...[...entry.dkim, ...entry.records].flatMap((part) => part.when ?? []),
      ...entry.dkim.flatMap((part) => [part.each ?? [], part.below ?? []].flat()),
      ...[entry.spf.movedBy ?? []].flat(),
      ...Object.keys(entry.example),
    ];
    for (const parameter of named) expect(known).toContain(parameter);
    expect(known).not.toContain("spf");
  });

  it("says what to do instead of an include that does not align", () => {
    if (entry.spf.aligns !== true) expect(entry.spf.instead).toBeDefined();
    else expect(entry.spf.include ?? entry.spf.a).toBeDefined();
  });

  it("resolves its own example", () => {
    const result = resolveUse({ [name]: entry.example }, CONTOSO);
    expect(result.ok ? [] : result.faults.map(formatFault)).toEqual([]);
  });

  it("gives each of its records a key of its own", () => {
    const { dkim, records } = unwrap(name, resolveUse({ [name]: entry.example }, CONTOSO));
    expect(new Set(dkim.map((part) => part.key)).size).toBe(dkim.length);
    expect(new Set(records.map((part) => `${part.purpose} ${part.key}`)).size).toBe(records.length);
  });

  it("owns the includes that it adds", () => {
    const { spfIncludes } = unwrap(name, resolveUse({ [name]: entry.example }, CONTOSO));
    for (const include of spfIncludes) expect(senderOfInclude(include)?.name).toBe(name);
  });
});

function templates(entry: SenderEntry): { template: string; given: string[] }[] {
  const given = [...BUILT_IN, ...Object.keys(entry.parameters)];
  const whole = [
    entry.spf.include,
    entry.spf.a,
    ...Object.values(entry.parameters).map((rule) => rule.default),
  ];
  return [
    ...whole.flatMap((text) => text ?? []).map((template) => ({ template, given })),
    ...entry.dkim.flatMap((part) =>
      texts(part).map((template) => ({
        template,
        given: part.each === undefined ? given : [...given, "item", "n"],
      })),
    ),
    ...entry.records.flatMap((part) => texts(part).map((template) => ({ template, given }))),
  ];
}

function texts(part: object): string[] {
  return Object.values(part).filter((value): value is string => typeof value === "string");
}
