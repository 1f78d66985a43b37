import type { Answer } from "../http/answer";

/** Where the services of the sandbox stand: origins. */
export interface Origins {
  readonly login: string;
  readonly graph: string;
  /** Where the metadata document itself is. */
  readonly metadata: string;
}

/**
 * `GET /metadata/endpoints?api-version=…`, by which Terraform's providers learn where a cloud's services are
 * (`ARM_METADATA_HOSTNAME`). Since 2022 it describes one cloud; before, a list of them.
 */
export function metadataAnswer(url: string, origins: Origins): Answer {
  const { pathname, searchParams } = new URL(url);
  if (pathname !== "/metadata/endpoints") return failure(404, "NotFound", `There is nothing at ${pathname}.`);
  const version = searchParams.get("api-version");
  if (version === null) {
    return failure(400, "MissingApiVersionParameter", "The api-version query parameter is required.");
  }
  if (!/^20\d\d-\d\d-\d\d$/.test(version)) {
    return failure(400, "InvalidApiVersionParameter", `The api-version '${version}' is invalid.`);
  }
  const cloud = cloudOf(origins);
  return { status: 200, body: version >= "2022" ? cloud : [cloud] };
}

function cloudOf({ login, graph, metadata }: Origins) {
  return {
    name: "Sandbox",
    portal: metadata,
    authentication: {
      loginEndpoint: login,
      audiences: ["https://management.core.windows.net/", "https://management.azure.com/"],
      tenant: "common",
      identityProvider: "AAD",
    },
    resourceManager: `${metadata}/`,
    microsoftGraphResourceId: `${graph}/`,
    graph: `${graph}/`,
    graphAudience: `${graph}/`,
    suffixes: {},
  };
}

function failure(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
