import type { OutboundConnectorPosture, TenantPosture } from "../../posture/model";
import { type Change, high, low, medium, NOT_MANAGED, NOTHING } from "./change";
import { objectChanges } from "./exchange-objects";

export function signingState({ exchange }: TenantPosture): string {
  if (!exchange?.signing) return NOT_MANAGED;
  const on = exchange.signing.filter(({ enabled }) => enabled).map(({ domain }) => domain);
  return on.join(", ") || NOTHING;
}

export function connectorsState({ exchange }: TenantPosture): string {
  if (!exchange?.inboundConnectors && !exchange?.outboundConnectors) return NOT_MANAGED;
  const names = [
    ...(exchange.inboundConnectors ?? []).map(({ name, enabled }) => `${name} (in${enabled ? "" : ", off"})`),
    ...(exchange.outboundConnectors ?? []).map(
      ({ name, enabled }) => `${name} (out${enabled ? "" : ", off"})`,
    ),
  ];
  return names.sort().join(", ") || NOTHING;
}

export function forwardingState({ exchange }: TenantPosture): string {
  if (!exchange?.forwarding) return NOT_MANAGED;
  return exchange.forwarding.map(({ policy, mode }) => `${policy} ${mode}`).join(", ") || NOTHING;
}

/** What changes on the Exchange side of a tenant. */
export function exchangeChanges(before: TenantPosture, after: TenantPosture): readonly Change[] {
  return [
    ...signingChanges(before, after),
    ...connectorChanges(before, after),
    ...forwardingChanges(before, after),
    ...objectChanges(before, after).filter(({ elsewhere }) => !elsewhere),
  ];
}

function signingChanges(before: TenantPosture, after: TenantPosture): readonly Change[] {
  const byKey = ({ exchange }: TenantPosture) =>
    new Map((exchange?.signing ?? []).map((one) => [one.domain, one]));
  const [from, to] = [byKey(before), byKey(after)];
  const changes: Change[] = [];
  for (const domain of new Set([...from.keys(), ...to.keys()])) {
    const [old, now] = [from.get(domain), to.get(domain)];
    if (!old?.enabled && now?.enabled) changes.push(low(`DKIM signing of ${domain} on`));
    if (old?.enabled && !now?.enabled) {
      changes.push(medium(`DKIM signing of ${domain} off`, "its mail no longer passes DMARC by DKIM"));
    }
    if (old && !now) changes.push(low(`DKIM keys of ${domain} removed`));
    const [size, next] = [old?.keySizes[0], now?.keySizes[0]];
    if (size !== undefined && next !== undefined && size !== next) {
      changes.push(low(`DKIM key of ${domain} ${size} → ${next} bits, from the next rotation on`));
    }
  }
  return changes;
}

const WAYS = [
  ["inboundConnectors", "Inbound connector", "mail from the premises or the partner is taken in another way"],
  ["outboundConnectors", "Outbound connector", "mail to the premises or the partner leaves another way"],
] as const;

function connectorChanges(before: TenantPosture, after: TenantPosture): readonly Change[] {
  return WAYS.flatMap(([key, title, why]) => {
    const byKey = ({ exchange }: TenantPosture) =>
      new Map((exchange?.[key] ?? []).map(({ where: _where, ...one }) => [one.name, one]));
    const [from, to] = [byKey(before), byKey(after)];
    return [...new Set([...from.keys(), ...to.keys()])].flatMap((name): readonly Change[] => {
      const [old, now] = [from.get(name), to.get(name)];
      if (!old && now) return [low(`${title} ${name} added${"smartHosts" in now ? toHosts(now) : ""}`)];
      if (!now) return [medium(`${title} ${name} removed`, why)];
      if (!old || JSON.stringify(old) === JSON.stringify(now)) return [];
      if (old.enabled !== now.enabled) return [medium(`${title} ${name} ${now.enabled ? "on" : "off"}`, why)];
      return [medium(`${title} ${name} changed${"smartHosts" in now ? toHosts(now) : ""}`, why)];
    });
  });
}

function toHosts({ smartHosts }: Pick<OutboundConnectorPosture, "smartHosts">): string {
  return smartHosts.length > 0 ? `, to ${smartHosts.join(", ")}` : "";
}

function forwardingChanges(before: TenantPosture, after: TenantPosture): readonly Change[] {
  const byPolicy = ({ exchange }: TenantPosture) =>
    new Map((exchange?.forwarding ?? []).map(({ policy, mode }) => [policy, mode]));
  const [from, to] = [byPolicy(before), byPolicy(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((policy): readonly Change[] => {
    const [old, now] = [from.get(policy) ?? NOT_MANAGED, to.get(policy) ?? NOT_MANAGED];
    if (old === now) return [];
    const text = `Forwarding to the outside, ${policy}: ${old} → ${now}`;
    if (now === "On") {
      return [
        high(
          `Mail to the outside may be forwarded automatically from now on (${policy}: ${old} → ${now})`,
          "a mailbox that was broken into can send everything out",
        ),
      ];
    }
    if (now === NOT_MANAGED) {
      return [medium(text, "another policy decides from now on whether mailboxes forward")];
    }
    return [low(text)];
  });
}
