import { literal } from "../../../constructs/terraform/text";
import { policyWorker } from "../../../hosts/cloudflare/constructs/policy-worker";

const PATH = "/.well-known/mta-sts.txt";
const POLICY =
  "version: STSv1\r\nmode: enforce\r\nmx: contoso-com.mail.protection.outlook.com\r\nmax_age: 604800\r\n";

interface Worker {
  fetch(request: Request): Promise<Response>;
}

/** The module as Cloudflare would run it: Node 20 has the same Request, Response and URL. */
function load(source: string): Worker {
  const body = source.replace("export default", "return");
  return new Function("Request", "Response", "URL", body)(Request, Response, URL) as Worker;
}

async function ask(worker: Worker, url: string, method = "GET") {
  const response = await worker.fetch(new Request(url, { method }));
  return {
    status: response.status,
    body: await response.text(),
    headers: Object.fromEntries(response.headers),
  };
}

describe("the Worker that serves an MTA-STS policy", () => {
  const worker = load(policyWorker({ path: PATH, body: POLICY }));
  const url = `https://mta-sts.contoso.com${PATH}`;

  test("answers with the exact policy, as plain text (RFC 8461 §3.2)", async () => {
    expect(await ask(worker, url)).toEqual({
      status: 200,
      body: POLICY,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "max-age=300" },
    });
  });

  test("whatever the query, and to HEAD as well", async () => {
    expect(await ask(worker, `${url}?x=1`)).toMatchObject({ status: 200, body: POLICY });
    expect(await ask(worker, url, "HEAD")).toMatchObject({ status: 200 });
  });

  test.each(["/", "/.well-known/", "/.well-known/mta-sts.txt/", "/.well-known/MTA-STS.txt", "/mta-sts.txt"])(
    "has nothing at %s",
    async (path) => {
      expect(await ask(worker, `https://mta-sts.contoso.com${path}`)).toMatchObject({
        status: 404,
        body: "Not found\n",
      });
    },
  );

  test.each(["POST", "PUT", "DELETE"])("takes no %s", async (method) => {
    expect(await ask(worker, url, method)).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  test("serves any text, also one that JavaScript or Terraform would read as something else", async () => {
    const body = 'quotes " and \\ and `${tick}` and %{ directive } and </script>\u2028\r\n';
    expect(await ask(load(policyWorker({ path: PATH, body })), url)).toMatchObject({ status: 200, body });
    expect(literal(policyWorker({ path: PATH, body }))).toContain("`$${tick}` and %%{ directive }");
  });
});
