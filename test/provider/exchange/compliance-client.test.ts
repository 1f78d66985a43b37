import { regionOf } from "../../../provider/exchange/compliance-region";
import { CloudError } from "../../../provider/http/cloud-error";
import type { HttpAnswer, HttpRequest } from "../../../provider/http/send";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { clientsFor, failure } from "../support/clients";

const TENANT = "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e";
const FRONT_DOOR = "https://ps.compliance.protection.outlook.com";

/** A front door that answers so. */
function door(status: number, location: string | undefined, origin = FRONT_DOOR) {
  const asked: HttpRequest[] = [];
  const answer: HttpAnswer = {
    status,
    headers: location === undefined ? {} : { location },
    body: undefined,
    content: "",
  };
  return {
    asked,
    origin,
    call: async (request: HttpRequest) => {
      asked.push(request);
      return answer;
    },
  };
}

test("the region is read from where the front door leads", async () => {
  const asked = door(302, "https://nam13b.admin.protection.outlook.com:446/adminapi/beta/x");
  expect(await regionOf(asked, TENANT)).toBe("https://nam13b.ps.compliance.protection.outlook.com");
  expect(asked.asked).toMatchObject([
    {
      method: "GET",
      url: `${FRONT_DOOR}/adminapi/beta/${TENANT}/EXOBanner('AutogenSession')?Version=3.9.2`,
      headers: { "x-anchormailbox": `APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@${TENANT}` },
    },
  ]);
});

test("each cloud's region is of its own family", async () => {
  const dod = door(
    302,
    "https://usg01.admin.protection.office365.us/x",
    "https://l5.ps.compliance.protection.office365.us",
  );
  expect(await regionOf(dod, TENANT)).toBe("https://usg01.ps.compliance.protection.office365.us");
});

test("a front door that leads nowhere serves the tenant", async () => {
  expect(await regionOf(door(200, undefined), TENANT)).toBe(FRONT_DOOR);
});

test.each([
  "https://evil.example/adminapi",
  "https://nam13b.outlook.com.evil.example/",
  "http://nam13b.admin.protection.outlook.com/",
  "https://127.0.0.1:4711/",
  "https://[",
])("nobody but Microsoft is called: %s", async (location) => {
  const refused = await failure(regionOf(door(302, location), TENANT));
  expect(refused).toMatchObject({ code: "foreign-address" });
  expect(refused.message).not.toContain("evil");
});

test("an emulator leads to this machine alone", async () => {
  const leading = (location: string) => regionOf(door(302, location, "http://127.0.0.1:4711"), TENANT);
  expect(await leading("http://127.0.0.1:4712/x")).toBe("http://127.0.0.1:4712");
  await expect(leading("https://nam13b.ps.compliance.protection.outlook.com/")).rejects.toBeInstanceOf(
    CloudError,
  );
});

describe("against the emulator", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());

  test("the region is asked for once, cmdlets go there one by one, by a token of their own", async () => {
    const { compliance, exchange } = clientsFor(emulator.env);
    const alerts = await Promise.all([
      compliance.invoke("Get-ProtectionAlert"),
      compliance.invoke("Get-RoleGroup"),
      compliance.batch([{ cmdlet: "Get-ProtectionAlert", parameters: { IncludeRuleXml: true } }]),
      exchange.invoke("Get-RoleGroup"),
    ]);
    expect(alerts[0]).toContainEqual(
      expect.objectContaining({ Name: "Messages have been delayed", Disabled: false }),
    );
    const { log } = emulator.control;
    const at = (service: string) =>
      log.filter((request) => request.service === service).map(({ method }) => method);
    expect(at("compliance")).toEqual(["GET", "POST", "POST", "POST"]);
    const scopes = log
      .filter(({ service }) => service === "login")
      .map(({ body }) => new URLSearchParams(body).get("scope"));
    expect(scopes.sort()).toEqual([
      "https://outlook.office365.com/.default",
      "https://ps.compliance.protection.outlook.com/.default",
    ]);
  });

  test("role groups of the two services are not the same", async () => {
    const { compliance, exchange } = clientsFor(emulator.env);
    const names = async (client: typeof exchange) =>
      (await client.invoke("Get-RoleGroup")).map(({ Name }) => Name);
    expect(await names(compliance)).toContain("Service Assurance User");
    expect(await names(exchange)).not.toContain("Service Assurance User");
  });

  test("a region that could not be asked for is asked for again", async () => {
    const { compliance } = clientsFor(emulator.env);
    emulator.control.fail(1, { status: 400, message: "No." }, { service: "compliance", method: "GET" });
    await failure(compliance.invoke("Get-RoleGroup"));
    expect(await compliance.invoke("Get-RoleGroup")).not.toEqual([]);
  });

  test("whoever may not is told what is needed", async () => {
    const { compliance } = clientsFor(emulator.env);
    emulator.control.fail(1, { status: 403, message: "No." }, { service: "compliance", method: "POST" });
    expect((await failure(compliance.invoke("Get-RoleGroup"))).message).toContain("Compliance Administrator");
  });
});
