import { parseName } from "../../lib/dns/name";
import { formatFault } from "../../lib/fault";
import { type Context, DiagnosticError, list, nested, num, type PlanOf, str } from "../plugin/index";
import { oneOf, seconds } from "./attributes";
import {
  type Answer,
  describeAnswer,
  holds,
  type NameServer,
  WAITABLE,
  type WaitableType,
} from "./dns/answer";
import { type M365, resource } from "./m365";
import { waitFor } from "./wait";

const attributes = {
  records: nested.list(
    {
      name: str({
        required: true,
        validate: (text) => {
          const name = parseName(text, "owner");
          return name.ok ? undefined : name.faults.map(formatFault).join("; ");
        },
        description: "Full name of the record.",
      }),
      type: str({
        required: true,
        validate: oneOf<string>(...WAITABLE),
        description: `One of ${WAITABLE.join(", ")}.`,
      }),
      values: list(str(), {
        required: true,
        validate: (values) => (values.length > 0 ? undefined : "no values to wait for"),
        description:
          'Values that must be served, among others that may be: "0 contoso-com.mail.protection.outlook.com" for an ' +
          "MX, text without quotes for a TXT.",
      }),
    },
    { required: true, description: "What to wait for." },
  ),
  authoritative_servers: list(str(), {
    optional: true,
    description: "The zone's name servers, as address or host:port. Looked up where left out.",
  }),
  resolvers: list(str(), {
    optional: true,
    description: "Public resolvers that must serve the records too, such as 1.1.1.1; host:port works.",
  }),
  timeout: num({ optional: true, default: 600, validate: seconds, description: "Seconds to wait." }),
} as const;

/**
 * A wait, as a resource: what depends on it happens when the world can see the records. It is there as long as they
 * are served, whatever changed them: so a record that was deleted or proxied outside is waited for again once it is
 * fixed, and one whose TTL changed is not.
 */
export const dnsPropagation = resource({
  description:
    "Waits until the zone's authoritative servers (and given public resolvers) serve the records. " +
    "Refresh looks again at the authoritative servers: once they no longer serve a record, the wait is to be made anew. " +
    "Destroy does nothing.",
  attributes,

  async create(plan, context) {
    await served(plan, context);
    return plan;
  },

  async read(state, { client }) {
    // Resolvers cache, and no answer proves nothing: only what the zone's own servers do not have counts.
    const missing = await notServed({ ...state, resolvers: null }, client);
    return missing.some(({ answer }) => "values" in answer) ? null : state;
  },

  async update(plan, context) {
    if (JSON.stringify(plan.records) !== JSON.stringify(context.prior.records)) await served(plan, context);
    return plan;
  },

  async delete() {
    // Nothing was made.
  },
});

interface Missing {
  readonly name: string;
  readonly type: WaitableType;
  readonly values: readonly string[];
  readonly server: string;
  readonly answer: Answer;
}

async function served(plan: PlanOf<typeof attributes>, context: Context<M365>): Promise<void> {
  let missing: readonly Missing[] = [];
  const done = await waitFor(context.client.clock, { timeout: plan.timeout }, context.signal, async () => {
    missing = await notServed(plan, context.client);
    if (missing.length === 0) return true;
    context.progress(`waiting for DNS: ${missing.map(describeMissing).join("; ")}`);
    return undefined;
  });
  if (done) return;
  throw new DiagnosticError({
    summary: `DNS does not serve ${[...new Set(missing.map(({ name, type }) => `${name} ${type}`))].join(", ")}`,
    detail: [`Waited ${plan.timeout} seconds. Last seen:`, ...missing.map(describeMissing)].join("\n"),
    path: ["records"],
  });
}

const describeMissing = ({ name, type, values, server, answer }: Missing) =>
  `${server}: ${name} ${type} is ${describeAnswer(answer)}, expected ${describeAnswer({ values })}`;

async function notServed(plan: PlanOf<typeof attributes>, client: M365): Promise<readonly Missing[]> {
  const asked = plan.records.map(async ({ name, type, values }) => {
    const servers = await serversFor(name, plan, client);
    if (servers.length === 0) {
      return [
        { name, type: waitable(type), values, server: "DNS", answer: { failure: "no name servers found" } },
      ];
    }
    const answers = servers.map(async ({ name: host, address }) => {
      const answer = await client.dns.ask(name, waitable(type), address);
      const server = host === address ? host : `${host} (${address})`;
      return { name, type: waitable(type), values, server, answer };
    });
    return Promise.all(answers);
  });
  return (await Promise.all(asked)).flat().filter(({ answer, type, values }) => !holds(answer, type, values));
}

async function serversFor(
  name: string,
  plan: PlanOf<typeof attributes>,
  client: M365,
): Promise<readonly NameServer[]> {
  const written = (servers: readonly string[] | null) =>
    (servers ?? []).map((address) => ({ name: address, address }));
  const authoritative = plan.authoritative_servers
    ? written(plan.authoritative_servers)
    : await client.dns.authoritative(name);
  return authoritative.length === 0 ? [] : [...authoritative, ...written(plan.resolvers)];
}

/** The schema let nothing else through. */
function waitable(type: string): WaitableType {
  const known = WAITABLE.find((candidate) => candidate === type);
  if (known === undefined) throw new Error(`record type ${type} cannot be waited for`);
  return known;
}
