import type { ExchangeObject } from "../../../provider/exchange/types";
import { CloudError } from "../../../provider/http/cloud-error";
import { m365 } from "../../../provider/provider";
import type { M365 } from "../../../provider/resources/m365";
import { refused } from "../objects/support";

// What Exchange may answer when it switches DNSSEC and SMTP DANE, and the sandbox does not.

const { resources } = m365("0.0.0");
const DNSSEC = "m365_dnssec_for_verified_domain";
const DANE = "m365_smtp_dane_inbound";
const STATE = {
  domain: "contoso.com",
  disable_on_destroy: true,
  mx_host: "x.mx.microsoft",
  id: "contoso.com",
};
const GONE = new CloudError({ status: 404, code: "ManagementObjectNotFoundException", message: "Gone." });
const DENIED = new CloudError({ status: 403, code: "AccessDenied", message: "No role allows this." });

/** A tenant that answers each write so, and shows the domain without either. */
function contextOf(answer: readonly ExchangeObject[] | CloudError) {
  const invoke = async (cmdlet: string): Promise<readonly ExchangeObject[]> => {
    if (cmdlet.startsWith("Get-")) return [{ DomainName: "contoso.com", SmtpDaneStatus: "Disabled" }];
    if (answer instanceof CloudError) throw answer;
    return answer;
  };
  return {
    client: { exchange: { invoke } } as unknown as M365,
    signal: new AbortController().signal,
    private: { get: () => undefined, set: () => undefined, delete: () => undefined },
    warn: () => undefined,
    progress: () => undefined,
  };
}

const create = async (type: string, answer: readonly ExchangeObject[] | CloudError) =>
  resources[type]?.create(STATE, contextOf(answer));
const remove = async (type: string, answer: readonly ExchangeObject[] | CloudError) =>
  resources[type]?.delete(STATE, contextOf(answer));

test.each([
  [DNSSEC, "DNSSEC for contoso.com"],
  [DANE, "SMTP DANE for contoso.com"],
])("%s that stays as it is by Exchange's own word is no success", async (type, what) => {
  const row = { Result: "Error", ErrorData: ["NotAllowed", "DaneEnabled"] };
  const on = await refused(create(type, [row]));
  expect(on.told).toBe(`domain: ${what} was not enabled. Error: NotAllowed: DaneEnabled`);
  const off = await refused(remove(type, [row]));
  expect(off.told).toBe(`domain: ${what} was not disabled. Error: NotAllowed: DaneEnabled`);
});

test.each([DNSSEC, DANE])("%s is switched off where Exchange says so, or nothing", async (type) => {
  for (const answer of [[{ Result: "Success", ErrorData: null }], [{ Result: "success" }], []]) {
    await expect(remove(type, answer)).resolves.toBeUndefined();
  }
});

test.each([DNSSEC, DANE])("%s of a domain that is gone is gone; a refusal is told", async (type) => {
  await expect(remove(type, GONE)).resolves.toBeUndefined();
  const { told } = await refused(remove(type, DENIED));
  expect(told).toContain("Exchange says no. No role allows this. (AccessDenied)");
});

test("DNSSEC that is on without a host is told as that", async () => {
  const { told } = await refused(create(DNSSEC, [{ Result: "Success" }]));
  expect(told).toContain("was enabled, and Exchange does not say the host");
});
