import { App } from "cdktf";
import type { Incident } from "../../lib/incident/incident";
import { exposureStack, incidentStack, incidentStackName } from "../../stacks/incident-stack";
import { jsonOf } from "../support/synth";
import { temporaryFolder } from "../support/temp";

const ID = "2026-11-28-alex";
const TENANT = { tenantId: "11111111-1111-4111-8111-111111111111", cloud: "worldwide" } as const;
const LOCAL = { type: "local", path: "state/{stack}.tfstate" } as const;
const OPEN: Incident = {
  version: 1,
  account: "alex@contoso.com",
  tenant: "contoso",
  opened: "2026-11-28T03:00:00Z",
  hasMailbox: true,
  found: {},
  log: [],
};

const app = () => new App({ outdir: temporaryFolder(), stackTraces: false });

function resourcesOf(more: Partial<Incident>) {
  const { resource = {} } = jsonOf(incidentStack(ID, { ...OPEN, ...more }, TENANT, LOCAL)(app()));
  return resource;
}

test("an account with a mailbox: it is held, shut out and cleared, and nothing is kept", () => {
  const resource = resourcesOf({});
  const who = { provider: "m365", user_principal_name: "alex@contoso.com" };
  expect(resource.m365_mailbox_hold).toEqual({ Hold: who });
  expect(resource.m365_transport_rule).toBeUndefined();
  expect(resource.m365_user_sign_in_block).toEqual({ SignInBlock: who });
  expect(resource.m365_user_password_reset?.Password).toEqual({
    ...who,
    since: OPEN.opened,
    timeout: 900,
    depends_on: ["m365_user_sign_in_block.SignInBlock"],
  });
  expect(resource.m365_mailbox_forwarding?.Forwarding).toEqual({
    ...who,
    depends_on: ["m365_mailbox_hold.Hold", "m365_user_sign_in_block.SignInBlock"],
  });
});

test("copies go to the evidence mailbox, and are not copied again", () => {
  const { m365_transport_rule: rules } = resourcesOf({ evidence: "evidence@contoso.com", covert: true });
  expect(rules).toEqual({
    CopyOut: {
      provider: "m365",
      name: `Incident ${ID} out`,
      blind_copy_to: ["evidence@contoso.com"],
      from: ["alex@contoso.com"],
      except_if_sent_to: ["evidence@contoso.com"],
    },
    CopyIn: {
      provider: "m365",
      name: `Incident ${ID} in`,
      blind_copy_to: ["evidence@contoso.com"],
      sent_to: ["alex@contoso.com"],
      except_if_from: ["evidence@contoso.com"],
      depends_on: ["m365_transport_rule.CopyOut"],
    },
  });
});

test("what may stay is kept, and a release leaves blocked who was blocked and ends the hold where it is to", () => {
  const resource = resourcesOf({
    wasBlocked: true,
    endHold: true,
    keep: { inboxRules: ["Invoices ${x}"], delegates: [] },
  });
  expect(resource.m365_mailbox_inbox_rules?.InboxRules?.keep).toEqual(["Invoices $${x}"]);
  expect(resource.m365_mailbox_delegates?.Delegates).not.toHaveProperty("keep");
  expect(resource.m365_user_sign_in_block?.SignInBlock?.enable_on_destroy).toBe(false);
  expect(resource.m365_mailbox_hold?.Hold?.release_on_destroy).toBe(true);
  expect(resource.m365_restricted_sender?.RestrictedSender).not.toHaveProperty("release");
  const released = resourcesOf({ releaseSender: true, confirmCompromised: true });
  expect(released.m365_restricted_sender?.RestrictedSender?.release).toBe(true);
  expect(released).toHaveProperty("m365_user_confirmed_compromised");
});

test("a rule for copies that a killed run has made is taken over, and nothing that the incident has not", () => {
  const there = { CopyOut: "3f0b2c1d-0000-4000-8000-000000000001", Hold: "x", Nothing: "y" };
  const incident = { ...OPEN, hold: false, evidence: "evidence@contoso.com" };
  expect(jsonOf(incidentStack(ID, incident, TENANT, LOCAL, there)(app())).import).toEqual([
    { to: "m365_transport_rule.CopyOut", id: there.CopyOut },
  ]);
});

test("an account without a mailbox has nothing of Exchange", () => {
  expect(Object.keys(resourcesOf({ hasMailbox: false })).sort()).toEqual([
    "m365_user_app_consents",
    "m365_user_devices",
    "m365_user_password_reset",
    "m365_user_sessions_revocation",
    "m365_user_sign_in_block",
    "m365_user_sign_in_methods",
  ]);
});

test("what there is of an account is looked at with the tenant's own credentials, and nothing is changed", () => {
  const own = { cloud: "gcc-high", credentials: { prefix: "CONTOSO" } } as const;
  const json = jsonOf(exposureStack(incidentStackName("look"), "alex@contoso.com", own)(app()));
  expect(json.provider).toEqual({
    m365: [{ environment: "usgovernmentl4", credentials_prefix: "CONTOSO" }],
  });
  expect(json.resource).toBeUndefined();
  expect(json.data?.m365_account_exposure?.Exposure?.user_principal_name).toBe("alex@contoso.com");
  expect(json.output).toEqual({ exposure: { value: "${data.m365_account_exposure.Exposure}" } });
});
