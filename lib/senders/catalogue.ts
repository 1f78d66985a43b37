import * as v from "valibot";
import data from "./catalogue.json";

/** Text with `{parameter}` places; also `{domain}`, `{dashed}` (the domain with hyphens for dots), `{item}`, `{n}`. */
const template = v.pipe(v.string(), v.nonEmpty());
const sentence = v.pipe(v.string(), v.nonEmpty());

const common = {
  /** What the value is, for the catalogue page and for faults. */
  means: sentence,
  /** One text, or a list of texts. */
  shape: v.optional(v.picklist(["text", "list"]), "text"),
  /** How many texts a list holds. */
  count: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  required: v.optional(v.boolean(), false),
  default: v.exactOptional(v.union([template, v.array(template)])),
  /** Parameters without which this one means nothing. */
  needs: v.optional(v.array(v.string()), []),
};

const parameter = v.variant("form", [
  v.strictObject({ form: v.picklist(["label", "selector", "host", "dkim-key"]), ...common }),
  v.strictObject({
    form: v.literal("choice"),
    choices: v.array(v.string()),
    /** What stands in records for a choice. @default the choice itself */
    writes: v.optional(v.record(v.string(), template), {}),
    ...common,
  }),
  v.strictObject({
    form: v.literal("pattern"),
    pattern: v.pipe(v.string(), v.startsWith("^"), v.endsWith("$")),
    expected: sentence,
    ...common,
  }),
]);

const spf = v.strictObject({
  /** The sender's include. */
  include: v.exactOptional(template),
  /** Its `a:` mechanism, where the sender documents that instead. */
  a: v.exactOptional(template),
  /** Other includes seen for this sender; `*` stands for one label. */
  known: v.optional(v.array(v.string()), []),
  /**
   * Does a pass of the domain's own SPF record align for DMARC? That needs the domain as the bounce domain.
   * `with-return-path`: only a bounce subdomain aligns, and that carries its own record.
   * `if-configured`: a setting at the sender decides, so the estate has to say so.
   */
  aligns: v.union([v.boolean(), v.picklist(["with-return-path", "if-configured"])]),
  /** Why it does or does not. */
  why: sentence,
  /** The parameter that moves the bounce domain to a subdomain and so out of the domain's own record. */
  movedBy: v.exactOptional(v.string()),
  /** What to do instead of adding the include. */
  instead: v.exactOptional(sentence),
});

const conditions = {
  /** Only where this parameter has a value. */
  when: v.exactOptional(v.string()),
};

const dkim = v.union([
  v.strictObject({
    ...conditions,
    /** Once for each text of this list, as `{item}` and, counted from 1, `{n}`. */
    each: v.exactOptional(v.string()),
    /** The parameter that names the subdomain which signs, where it has a value. */
    below: v.exactOptional(v.string()),
    selector: template,
    cname: template,
  }),
  v.strictObject({
    ...conditions,
    each: v.exactOptional(v.string()),
    below: v.exactOptional(v.string()),
    selector: template,
    /** The key record, or the base64 of the public key alone. */
    key: template,
  }),
]);

const owned = {
  ...conditions,
  purpose: v.picklist(["return-path", "verification"]),
  key: template,
  /** Owner relative to the mail domain; `@` is the domain itself. */
  label: template,
};

const record = v.variant("type", [
  v.strictObject({ type: v.literal("CNAME"), ...owned, target: template }),
  v.strictObject({ type: v.literal("TXT"), ...owned, value: template }),
  v.strictObject({ type: v.literal("MX"), ...owned, preference: v.number(), exchange: template }),
]);

const entry = v.strictObject({
  title: sentence,
  /** Other names that lead to a suggestion. */
  alsoCalled: v.array(v.string()),
  /** The sender's own page on these records, or the template of them that it publishes. */
  source: v.pipe(v.string(), v.url()),
  /** What was read where, and what was only seen at second hand. */
  checked: sentence,
  spf,
  parameters: v.record(v.string(), parameter),
  /** Sets of parameters of which exactly one is given. */
  either: v.optional(v.array(v.array(v.string())), []),
  dkim: v.array(dkim),
  records: v.array(record),
  /** Values as a console would show them. */
  example: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
});

/** What is known of one sender. */
export type SenderEntry = v.InferOutput<typeof entry>;
export type SenderParameter = v.InferOutput<typeof parameter>;
/** Whether a pass of the domain's own SPF record aligns for DMARC. */
export type SenderAlignment = SenderEntry["spf"]["aligns"];

/** The known senders by name, from `catalogue.json`, which is read strictly: a slip in it stops the program. */
export const SENDERS: ReadonlyMap<string, SenderEntry> = new Map(
  Object.entries(v.parse(v.record(v.string(), entry), data)),
);
