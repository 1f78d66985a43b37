import type { WorldZone } from "../../../lib/world/world";
import type { Cloud } from "../../../sandbox/cloud/cloud";

/** Uploads a Worker's code through the API, to the account of the cloud's first zone. */
export async function uploadWorker(cloud: Cloud, name: string, code: string): Promise<void> {
  const form = new FormData();
  form.append("worker.js", new Blob([code], { type: "application/javascript+module" }), "worker.js");
  form.append("metadata", JSON.stringify({ main_module: "worker.js" }));
  await callCloudflare(cloud, "PUT", `accounts/${firstZone(cloud).accountId}/workers/scripts/${name}`, form);
}

/** Makes a host of the first zone the Worker's. */
export async function attachWorker(cloud: Cloud, hostname: string, service: string): Promise<void> {
  const { id, accountId } = firstZone(cloud);
  await callCloudflare(cloud, "PUT", `accounts/${accountId}/workers/domains`, {
    hostname,
    service,
    zone_id: id,
  });
}

/** @throws Error with the API's answer if that is not a success */
export async function callCloudflare(
  { endpoints, env }: Cloud,
  method: string,
  path: string,
  body: FormData | object,
): Promise<void> {
  const response = await fetch(`${endpoints.cloudflare}/${path}`, {
    method,
    headers: { authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}` },
    body: body instanceof FormData ? body : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

export function firstZone(cloud: Cloud): WorldZone {
  const [found] = cloud.world().zones;
  if (found === undefined) throw new Error("no zone");
  return found;
}
