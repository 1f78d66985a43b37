// What the sandbox's DNS and web servers say, held against what the estate declares.
import { built } from "./require.mjs";

const { recordData } = built("lib/dns/record.js");
const { parseMtaStsPolicy } = built("lib/mail/mta-sts/index.js");

/** In Node's answers, the data of a record as `records` prints it. */
const PRESENTATION = {
  A: (address) => address,
  AAAA: (address) => address,
  CNAME: (target) => target,
  NS: (host) => host,
  MX: ({ priority, exchange }) => `${priority} ${exchange === "" ? "." : exchange}`,
  TXT: (strings) => strings.join(""),
  CAA: ({ critical, ...property }) => `${critical} ${Object.entries(property)[0].join(" ")}`,
  TLSA: ({ certUsage, selector, match, data }) =>
    `${certUsage} ${selector} ${match} ${Buffer.from(data).toString("hex")}`,
};

/** Asks for every declared record. @returns how many were served as declared, and what was not */
export async function resolveAll(mailDomains, resolve) {
  const asked = mailDomains.flatMap(({ records }) => records.map(({ record }) => record));
  const missing = [];
  let skipped = 0;
  for (const record of asked) {
    const wanted = recordData(record);
    try {
      const answers = (await resolve(record.name, record.type)).map(PRESENTATION[record.type]);
      if (!answers.some((answer) => answer.toLowerCase() === wanted.toLowerCase())) {
        missing.push(`${record.name} ${record.type} is ${answers.join(", ")}, declared is ${wanted}`);
      }
    } catch (error) {
      // Node 20 cannot ask for TLSA.
      if (error.code === "ERR_INVALID_ARG_VALUE") skipped += 1;
      else missing.push(`${record.name} ${record.type}: ${error.code ?? error.message}`);
    }
  }
  return { asked: asked.length - skipped, missing };
}

/** Fetches every MTA-STS policy as a sending server would (RFC 8461 §3.3). */
export async function fetchPolicies(mailDomains, fetch) {
  const served = mailDomains.filter(({ plan }) => plan.mtaSts);
  const missing = [];
  for (const { plan } of served) {
    const { status, text } = await fetch(`mta-sts.${plan.domain}`, "/.well-known/mta-sts.txt");
    const policy = status === 200 ? parseMtaStsPolicy(text) : undefined;
    if (!policy?.ok) missing.push(`mta-sts.${plan.domain} answers ${status}`);
  }
  return { asked: served.length, missing };
}
