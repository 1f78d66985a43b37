import { visibleLine } from "../../../lib/visible";
import { CloudError } from "../../http/cloud-error";
import { text } from "../../http/json";
import { bool, str } from "../../plugin/index";
import { unlessGone } from "../found";
import { resource } from "../m365";
import { type Calling, refused, user } from "./account";
import { mailboxOf } from "./mailbox";

const UNLIMITED = "unlimited";

/** https://learn.microsoft.com/purview/ediscovery-create-a-litigation-hold */
export const mailboxHold = resource({
  description:
    "Litigation hold of a mailbox: nothing that is in it can be destroyed, whoever deletes it. Works within four hours. Needs " +
    "Exchange Online Plan 2 or Archiving, and the role Legal Hold. No text is set that the user would see. Destroy leaves the " +
    "hold, unless release_on_destroy is true.",
  identity: "user_principal_name",
  attributes: {
    user_principal_name: user,
    duration: str({
      optional: true,
      default: UNLIMITED,
      validate: (value) =>
        value === UNLIMITED || /^[1-9]\d{0,4}$/.test(value)
          ? undefined
          : `got ${JSON.stringify(value)}; expected ${UNLIMITED}, or days such as 365`,
      description: "Days that an item is held, counted from its own date, or unlimited.",
    }),
    release_on_destroy: bool({
      optional: true,
      default: false,
      description: "Does destroy end the hold? What was kept by it alone is then gone within weeks.",
    }),
    enabled: bool({ computed: true, description: "Is the hold on? Planned to be true." }),
  },

  async modifyPlan(_, { prior, warn }) {
    if (prior?.enabled === false) {
      warn({ summary: `the hold of ${visibleLine(prior.user_principal_name)} is off`, path: ["enabled"] });
    }
    return { values: { enabled: true } };
  },

  async create(plan, context) {
    await hold(plan.user_principal_name, plan.duration, context);
    return { ...plan, enabled: true };
  },

  async read(state, context) {
    const mailbox = await unlessGone(mailboxOf(state.user_principal_name, context));
    return mailbox && { ...state, ...settings(mailbox.row) };
  },

  async update(plan, context) {
    await hold(plan.user_principal_name, plan.duration, context);
    return { ...plan, enabled: true };
  },

  async delete({ user_principal_name: upn, release_on_destroy }, { client, signal }) {
    if (!release_on_destroy) return;
    const mailbox = await unlessGone(mailboxOf(upn, { client, signal }));
    if (mailbox === null) return;
    const parameters = { Identity: mailbox.guid, LitigationHoldEnabled: false };
    await client.exchange.invoke("Set-Mailbox", parameters, { signal });
  },

  async import(upn, context) {
    const mailbox = await unlessGone(mailboxOf(upn, context));
    return mailbox && { user_principal_name: upn, release_on_destroy: false, ...settings(mailbox.row) };
  },
});

async function hold(upn: string, duration: string, calling: Calling): Promise<void> {
  const { client, signal } = calling;
  const { guid, row } = await mailboxOf(upn, calling);
  const now = settings(row);
  if (now.enabled && now.duration === duration) return;
  const parameters = { Identity: guid, LitigationHoldEnabled: true, LitigationHoldDuration: duration };
  try {
    await client.exchange.invoke("Set-Mailbox", parameters, { signal });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const detail =
      `${error.message}. It needs Exchange Online Plan 2, or Plan 1 with Exchange Online Archiving, and the role Legal Hold ` +
      "(Organization Management, Discovery Management or Records Management).";
    throw refused(`the hold of ${visibleLine(upn)} cannot be set`, detail, ["user_principal_name"]);
  }
  if (!settings((await mailboxOf(upn, calling)).row).enabled) {
    throw refused(
      `the hold of ${visibleLine(upn)} is not on`,
      "Exchange took it, and shows it off. Apply again.",
      ["enabled"],
    );
  }
}

/** A duration is a word, a number of days, or a time span such as 30.00:00:00. */
function settings(row: Readonly<Record<string, unknown>>) {
  const given = text(row.LitigationHoldDuration) ?? UNLIMITED;
  const days = /^(\d+)(?:\.00:00:00)?$/.exec(given)?.[1];
  return { enabled: row.LitigationHoldEnabled === true, duration: days ?? given.toLowerCase() };
}
