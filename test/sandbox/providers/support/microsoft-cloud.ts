import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WorldTenant } from "../../../../lib/world/world";
import { listen } from "../../../../sandbox/http/listen";
import { Traffic } from "../../../../sandbox/http/traffic";
import { Microsoft, metadataAnswer } from "../../../../sandbox/microsoft";
import { Authority } from "../../../../sandbox/tls";
import { temporaryFolder } from "../../../support/temp";

const APPLICATION = {
  clientId: "c0ffee00-1234-4cde-8f01-23456789abcd",
  clientSecret: "Xy8Q~sandbox-client-secret_0123456789",
};

/** Login, Graph and the metadata host of the sandbox, in this process. */
export interface MicrosoftCloud {
  /** What azuread takes from the environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly traffic: Traffic;
  /** Method and path of each request to Graph, with ids as `…`. */
  requests(): readonly string[];
  /** Someone else's change, by Graph itself. */
  change(method: string, path: string, body?: object): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

export async function startMicrosoft(
  tenants: readonly [WorldTenant, ...WorldTenant[]],
): Promise<MicrosoftCloud> {
  const microsoft = new Microsoft({ tenants, application: APPLICATION });
  const traffic = new Traffic();
  const authority = new Authority();
  const login = await listen(microsoft.login, traffic);
  const graph = await listen(microsoft.graph, traffic);
  const metadata = await listen(
    {
      name: "metadata",
      refusal: (status, message) => ({ status, message }),
      answer: (url) =>
        metadataAnswer(url, { login: login.origin, graph: graph.origin, metadata: new URL(url).origin }),
    },
    traffic,
    authority,
  );
  const certificates = join(temporaryFolder(), "ca.pem");
  writeFileSync(certificates, authority.certificate);
  const { tenantId } = tenants[0];
  return {
    env: {
      ARM_METADATA_HOSTNAME: metadata.authority,
      ARM_TENANT_ID: tenantId,
      ARM_CLIENT_ID: APPLICATION.clientId,
      ARM_CLIENT_SECRET: APPLICATION.clientSecret,
      SSL_CERT_FILE: certificates,
    },
    traffic,
    requests: () =>
      traffic.log
        .filter(({ service }) => service === "graph")
        .map(
          ({ method, path }) =>
            `${method} ${path.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…")}`,
        ),
    async change(method, path, body) {
      const { access_token } = await json(
        await fetch(`${login.origin}/${tenantId}/oauth2/v2.0/token`, {
          method: "POST",
          body: new URLSearchParams({
            client_id: APPLICATION.clientId,
            client_secret: APPLICATION.clientSecret,
            grant_type: "client_credentials",
            scope: `${graph.origin}/.default`,
          }),
        }),
      );
      const headers = { authorization: `Bearer ${access_token}`, "content-type": "application/json" };
      const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
      return json(await fetch(`${graph.origin}/${path}`, init));
    },
    close: async () => {
      await Promise.all([login, graph, metadata].map((port) => port.close()));
    },
  };
}

async function json(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return text === "" ? {} : JSON.parse(text);
}
