import type { CmdletCall } from "../../../provider/exchange/index";
import { InvokeRequests } from "../../../provider/exchange/invoke-request";
import { type Output, Transport } from "../../../provider/exchange/transport";
import { CloudError } from "../../../provider/http/cloud-error";
import type { HttpRequest } from "../../../provider/http/send";

const CONTEXT = { anchor: undefined, signal: undefined };
const READ: CmdletCall = { cmdlet: "Get-AcceptedDomain", parameters: {} };
const WRITE: CmdletCall = { cmdlet: "New-DkimSigningConfig", parameters: { DomainName: "contoso.com" } };

/** The answers of a batch's parts, and what single calls then give; all requests, by the end of their address. */
function transport(parts: readonly object[]) {
  const requests: string[] = [];
  const caller = {
    async call({ url }: HttpRequest) {
      requests.push(url.slice(url.lastIndexOf("/") + 1));
      const body = url.endsWith("$batch") ? { responses: parts } : { value: [{ Name: "alone" }] };
      return { status: 200, headers: {}, content: "", body } as const;
    },
  };
  return {
    requests,
    transport: new Transport(caller, new InvokeRequests("https://outlook.office365.com", "t")),
  };
}

async function outcome(promise: Promise<Output> | undefined): Promise<unknown> {
  try {
    return (await promise)?.objects;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return [error.status, error.message];
  }
}

/** What one call in a batch comes to, and whether it was called again by itself. */
async function inBatch(call: CmdletCall, ...parts: readonly object[]) {
  const { requests, transport: made } = transport(parts);
  const [promise] = made.batch([call], CONTEXT);
  return [await outcome(promise), requests];
}

const ALONE = [[{ Name: "alone" }], ["$batch", "InvokeCommand"]];

test.each([
  [401, "the token was refused"],
  [429, "too many requests"],
])(
  "a call within a batch that was answered %i has not happened: it is done again by itself, a write too",
  async (status) => {
    expect(await inBatch(READ, { id: "0", status, body: {} })).toEqual(ALONE);
    expect(await inBatch(WRITE, { id: "0", status, body: {} })).toEqual(ALONE);
  },
);

test.each([408, 502, 503, 504])(
  "a read that was answered %i is done again, a write may have happened",
  async (status) => {
    expect(await inBatch(READ, { id: "0", status, body: {} })).toEqual(ALONE);
    expect(await inBatch(WRITE, { id: "0", status, body: {} })).toEqual([
      [status, expect.any(String)],
      ["$batch"],
    ]);
  },
);

test.each([400, 403, 404, 500])("what was answered %i is not done again", async (status) => {
  const body = { error: { message: "no" } };
  expect(await inBatch(READ, { id: "0", status, body })).toEqual([[status, "no"], ["$batch"]]);
});

test("a part is what it says, a whole one or an error, whatever its status", async () => {
  expect(await inBatch(READ, { id: "0", status: 200, body: { value: [{ Name: "a" }] } })).toEqual([
    [{ Name: "a" }],
    ["$batch"],
  ]);
  // Exchange leaves the status out now and then.
  expect(await inBatch(READ, { id: "0", body: { value: [{ Name: "a" }] } })).toEqual([
    [{ Name: "a" }],
    ["$batch"],
  ]);
  expect(await inBatch(READ, { id: "0", status: 200, body: { error: { message: "no" } } })).toEqual([
    [200, "no"],
    ["$batch"],
  ]);
  expect(await inBatch(READ, { id: "1", status: 200, body: {} })).toEqual([
    [0, "the batch has no answer for Get-AcceptedDomain"],
    ["$batch"],
  ]);
});

test("what gets and gives no list has given nothing to go by; what changes something may answer without one", async () => {
  const empty = { id: "0", status: 200, body: { "@odata.context": "x" } };
  expect(await inBatch(READ, empty)).toEqual([
    [200, "the answer of Get-AcceptedDomain is not a list"],
    ["$batch"],
  ]);
  expect(await inBatch(WRITE, empty)).toEqual([[], ["$batch"]]);
});
