import { isJson, type Json } from "../../../sandbox/http/answer";
import calls from "./recorded-calls.json";
import { type GraphClient, graphClient, login, microsoft } from "./tenants";

/*
 * What hashicorp/azuread 3.7.0 asked Graph from a first plan to the end of a destroy, and the answers that it took:
 * without repeated polls, and in answers only what it reads. The type of an object stands there where the
 * provider cannot tell it from the path.
 */

const RECORDED_CALLER = "22222222-2222-4222-8222-222222222222";
const TENANT = "33333333-3333-4333-8333-333333333333";

let graph: GraphClient;
/** Recorded ids, and those that stand for them here. */
const ids = new Map<string, string>();

beforeAll(async () => {
  const cloud = microsoft([
    {
      tenantId: TENANT,
      initialDomain: "contoso.onmicrosoft.com",
      domains: ["contoso.com"],
      users: [
        {
          id: "11111111-1111-4111-8111-111111111111",
          userPrincipalName: "breakglass@contoso.onmicrosoft.com",
          displayName: "Break Glass",
        },
      ],
    },
  ]);
  const { body } = await login(cloud, TENANT);
  const claims: unknown = JSON.parse(
    Buffer.from(String(body.access_token).split(".")[1] ?? "", "base64url").toString(),
  );
  ids.set(RECORDED_CALLER, String(isJson(claims) && claims.oid));
  graph = await graphClient(cloud, TENANT);
  await graph("PATCH", "/v1.0/domains/contoso.com", { isDefault: true });
});

test.each(calls.map((call, place) => ({ ...call, place })))(
  "$place $method $path",
  async ({ method, path, body, status, answer }) => {
    const got = await graph(
      method,
      ours(path),
      body === undefined ? undefined : JSON.parse(ours(JSON.stringify(body))),
    );
    expect(got.status).toBe(status);
    if (answer === undefined) {
      // The answer was not kept: what was sent comes back.
      if (status === 201 && isJson(body)) expectHolds(got.body, JSON.parse(ours(JSON.stringify(body))));
    } else {
      if (isJson(answer) && method === "POST") ids.set(String(answer.id), String(got.body.id));
      expectHolds(got.body, JSON.parse(ours(JSON.stringify(answer))));
    }
    if (answer === undefined && status === 201) rememberNext(path, String(got.body.id));
  },
);

/** The recorded id of an object whose answer was not kept is the one that later paths name. */
function rememberNext(collection: string, id: string): void {
  const later = calls.find(({ path }) => path.startsWith(`${collection}/`));
  const recorded = later?.path.slice(collection.length + 1).split("/")[0];
  if (recorded !== undefined) ids.set(recorded, id);
}

/** A recorded text with the ids of here. */
function ours(text: string): string {
  return [...ids].reduce((changed, [recorded, id]) => changed.replaceAll(recorded, id), text);
}

/** Is everything there that the recording has? Objects in a list are told apart by their ids. */
function expectHolds(got: Json, recorded: unknown): void {
  if (!isJson(recorded)) return;
  for (const [name, value] of Object.entries(recorded)) {
    if (name === "@odata.type" && !(name in got)) continue;
    if (name.endsWith("@odata.bind")) continue;
    const own = got[name];
    if (Array.isArray(value) && value.some(isJson)) {
      const list = Array.isArray(own) ? own.filter(isJson) : [];
      for (const [place, one] of value.entries()) {
        const same = isJson(one) && one.id !== undefined ? list.find(({ id }) => id === one.id) : list[place];
        expect(same).toBeDefined();
        if (same !== undefined) expectHolds(same, one);
      }
    } else if (isJson(value)) {
      expect(isJson(own)).toBe(true);
      if (isJson(own)) expectHolds(own, value);
    } else expect({ [name]: own }).toEqual({ [name]: value });
  }
}
