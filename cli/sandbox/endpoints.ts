import * as v from "valibot";

/** Where the services of a sandbox are: the line that its cloud prints when it is ready. */
const Endpoints = v.object({
  cloudflare: v.string(),
  login: v.string(),
  graph: v.string(),
  exchange: v.string(),
  compliance: v.string(),
  /** Host and port, over TLS: where provider azuread learns of the others. */
  metadata: v.string(),
  /** Address and port, UDP and TCP. */
  dns: v.string(),
  /** Address and port, over TLS: serves the custom domains of Workers. */
  https: v.string(),
  /** For tests and demonstrations: the world, ordered trouble, the log of requests. */
  control: v.string(),
  /** PEM of the authority that signed the certificates. */
  ca: v.string(),
});

export type Endpoints = Readonly<v.InferOutput<typeof Endpoints>>;

/** @throws Error if the line is not one */
export function parseEndpoints(line: string): Endpoints {
  return v.parse(v.pipe(v.string(), v.parseJson(), Endpoints), line);
}

/** The environment in which providers meet the sandbox, credentials included, as its cloud gives it. */
export async function providerEnvironment({ control }: Endpoints): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${control}/environment`);
  return v.parse(v.record(v.string(), v.string()), await response.json());
}
