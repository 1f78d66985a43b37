import type { App } from "cdktf";
import { addM365Provider } from "../constructs/exchange/add-m365-provider";
import { DataM365AccountExposure, makerOf, type ObjectConfig } from "../constructs/exchange/bindings";
import { TerraformOutput } from "../constructs/terraform/elements";
import { expression, literal } from "../constructs/terraform/text";
import type { StateBackend, Tenant } from "../lib/estate/model";
import { copyName, type Incident, stepsOf } from "../lib/incident/incident";
import { STEPS, type Step } from "../lib/incident/steps";
import { addBackend } from "./backend";
import { ImportBlocks } from "./import-blocks";
import { MailStack } from "./mail-stack";
import type { MakeStack } from "./stack-makers";

/** What a tenant's credentials are told by. */
type Opened = Pick<Tenant, "tenantId" | "cloud" | "credentials">;

/** How long a change in Active Directory is waited for, in seconds. */
const SYNC = 900;

/** What the stack of an incident is called. */
export function incidentStackName(id: string): string {
  return `incident-${id}`;
}

/**
 * The stack that contains an account: the steps of its incident, in their order.
 * @param there by step, the id of what is there already and in no state; it is taken over
 */
export function incidentStack(
  id: string,
  incident: Incident,
  tenant: Opened,
  state: StateBackend,
  there: Readonly<Record<string, string>> = {},
): MakeStack {
  return (app) => {
    const { stack, provider } = begun(app, incidentStackName(id), tenant, state);
    const made = new Map<string, ReturnType<ReturnType<typeof makerOf>>>();
    for (const step of stepsOf(incident)) {
      const dependsOn = step.after.flatMap((before) => made.get(before) ?? []);
      const config = { ...configOf(step, id, incident), provider };
      const one = makerOf(step.type)(
        stack,
        step.id,
        dependsOn.length > 0 ? { ...config, dependsOn } : config,
      );
      made.set(step.id, one);
    }
    const imports = Object.entries(there).flatMap(([step, existing]) => {
      const { type } = STEPS.find((one) => one.id === step && made.has(step)) ?? {};
      return type === undefined ? [] : [{ to: literal(`${type}.${step}`), id: literal(existing) }];
    });
    if (imports.length > 0) new ImportBlocks(stack, "Imports", imports);
    return stack;
  };
}

/** A stack that changes nothing and tells what there is of an account, by its output `exposure`. */
export function exposureStack(name: string, account: string, tenant: Opened): MakeStack {
  return (app) => {
    const local = { type: "local", path: "state/{stack}.tfstate" } as const;
    const { stack, provider } = begun(app, name, tenant, local);
    new DataM365AccountExposure(stack, "Exposure", { userPrincipalName: literal(account), provider });
    new TerraformOutput(stack, "exposure", { value: expression`data.m365_account_exposure.Exposure` });
    return stack;
  };
}

function begun(app: App, name: string, tenant: Opened, state: StateBackend) {
  const stack = new MailStack(app, name);
  addBackend(stack, state);
  return { stack, provider: addM365Provider(stack, "M365", tenant) };
}

function configOf({ id: step, keep }: Step, id: string, incident: Incident): ObjectConfig {
  const { account, opened, evidence, wasBlocked = false, endHold = false, releaseSender = false } = incident;
  const userPrincipalName = literal(account);
  const name = copyName(id, step);
  if (name !== undefined) {
    const copies = [literal(evidence ?? "")];
    const who = [userPrincipalName];
    return {
      name: literal(name),
      blindCopyTo: copies,
      // Its own copies are not copied again.
      ...(step === "CopyOut" ? { from: who, exceptIfSentTo: copies } : { sentTo: who, exceptIfFrom: copies }),
    };
  }
  const kept = keep === undefined ? undefined : incident.keep?.[keep];
  return {
    userPrincipalName,
    ...(kept === undefined || kept.length === 0 ? {} : { keep: kept.map(literal) }),
    ...(step === "Password" ? { since: literal(opened), timeout: SYNC } : {}),
    ...(step === "Sessions" ? { since: literal(opened) } : {}),
    ...(step === "SignInBlock" && wasBlocked ? { enableOnDestroy: false } : {}),
    ...(step === "RestrictedSender" && releaseSender ? { release: true } : {}),
    ...(step === "Hold" && endHold ? { releaseOnDestroy: true } : {}),
  };
}
