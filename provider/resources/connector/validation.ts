import { CloudError } from "../../http/cloud-error";
import { type Context, PartialState } from "../../plugin/index";
import type { M365 } from "../m365";

interface Validated {
  readonly name: string;
  readonly id: string;
  readonly validation_recipients: readonly string[] | null;
  readonly is_validated: boolean;
}

/**
 * Has Exchange send a message over the connector to the validation recipients, and notes that it passed, as the admin
 * center does. Without recipients nothing is asked.
 * Source: https://learn.microsoft.com/powershell/module/exchange/validate-outboundconnector
 * @returns the state, validated
 * @throws PartialState when it does not pass: the connector is there all the same
 */
export async function validateConnector<State extends Validated>(
  state: State,
  { client, signal, progress }: Pick<Context<M365>, "client" | "signal" | "progress">,
): Promise<State> {
  const recipients = state.validation_recipients ?? [];
  if (recipients.length === 0) return state;
  progress(`${state.name}: validating by a message to ${recipients.join(", ")}`);
  const failures: string[] = [];
  try {
    const parameters = { Identity: state.id, Recipients: recipients };
    const tasks = await client.exchange.invoke("Validate-OutboundConnector", parameters, { signal });
    for (const task of tasks) {
      if (task.IsTaskSuccessful === true) continue;
      failures.push([task.TaskName, task.TaskDetail, task.ErrorDetails].filter(Boolean).join(": "));
    }
    if (tasks.length === 0) failures.push("Exchange told of no checks");
    if (failures.length === 0) {
      const passed = { Identity: state.id, IsValidated: true, ValidationRecipients: recipients };
      await client.exchange.invoke("Set-OutboundConnector", passed, { signal });
    }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    failures.push(error.message);
  }
  if (failures.length === 0) return { ...state, is_validated: true };
  throw new PartialState(
    { ...state, is_validated: false },
    {
      summary: `connector ${JSON.stringify(state.name)} does not pass validation`,
      detail: `${failures.join("\n")}\nThe connector exists; nothing that depends on it was changed.`,
      path: ["validation_recipients"],
    },
  );
}
