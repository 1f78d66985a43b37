import type { DnsName } from "../../lib/dns/name";
import type { Resolve } from "../../lib/dns/resolve";
import type { SmtpAnswer } from "../../lib/posture/evidence";
import { Gate } from "../dns/pace";
import { Patience } from "../dns/patience";
import { addressesOf } from "../https/target";
import { type Reach, reachOf } from "../reach";
import { type Starttls, starttls } from "./starttls";

/** What the addresses of a mail exchange say; each host is asked once, however many domains it is of. It never rejects. */
export type AskExchange = (host: DnsName) => Promise<readonly SmtpAnswer[]>;

export interface ExchangeOptions {
  /** Milliseconds for one address, from connecting to the certificate; exchanges may let strangers wait. @default 15000 */
  readonly timeout?: number;
  /** Milliseconds for all addresses of one host together. @default 30000 */
  readonly total?: number;
  /** Which of the addresses that the DNS gives may be connected to. @default public ones */
  readonly reach?: Reach;
  /** Where exchanges listen: another one in tests. @default 25 */
  readonly port?: number;
  /** Trusted in place of the authorities that Node trusts: for tests. */
  readonly ca?: string;
}

/** Connections that are open at once, over all hosts. */
const AT_ONCE = 20;
/** Addresses of one host that are asked: hosts of many addresses are one service. */
const MOST_ADDRESSES = 4;
/** So often unreached with not one reached, and the way out to port 25 is taken for closed, as most networks have it. */
const CLOSED_AFTER = 8;

/** Connects to the exchanges of domains on port 25. */
export function exchangeAsker(resolve: Resolve, options: ExchangeOptions = {}): AskExchange {
  const { timeout = 15_000, total = 30_000, reach = reachOf(), port = 25, ca } = options;
  const gate = new Gate(AT_ONCE);
  const asked = new Map<DnsName, Promise<readonly SmtpAnswer[]>>();
  let silent = 0;
  let isOpen = false;

  async function askAddress(host: DnsName, address: string, patience: Patience): Promise<Starttls> {
    const kind = reach(address);
    if (kind !== undefined) return { kind: "unreached", why: `it is ${kind}, which is not connected to` };
    if (!isOpen && silent >= CLOSED_AFTER)
      return { kind: "unreached", why: `port ${port} of nobody is reached from here` };
    const said = await patience.spend(timeout, (milliseconds) =>
      starttls({ address, port, host, timeout: milliseconds, ...(ca === undefined ? {} : { ca }) }),
    );
    if (!said) return { kind: "unreached", why: `no answer within ${total / 1000} s in all` };
    if (said.kind === "unreached") silent += 1;
    else isOpen = true;
    return said;
  }

  async function askHost(host: DnsName): Promise<readonly SmtpAnswer[]> {
    const targets = await addressesOf(host, port, resolve);
    if (typeof targets === "string") return [{ host, address: "", kind: "unreached", why: targets }];
    const patience = new Patience(total);
    const answers: SmtpAnswer[] = [];
    for (const { host: address } of targets.slice(0, MOST_ADDRESSES)) {
      answers.push({ host, address, ...(await askAddress(host, address, patience)) });
    }
    return answers;
  }

  return (host) => {
    const answers = asked.get(host) ?? gate.through(() => askHost(host));
    asked.set(host, answers);
    return answers;
  };
}
