import { constants, createHash, randomBytes, verify, X509Certificate } from "node:crypto";
import { type Answer, readJson } from "../http/answer";

/** The application that may have tokens. */
export interface Application {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM. */
  readonly certificate?: string | undefined;
  /** The token of the federated identity that is trusted. */
  readonly federatedToken?: string | undefined;
}

const RESOURCES: Readonly<Record<string, "exchange" | "graph">> = {
  "https://outlook.office365.com/.default": "exchange",
  "https://graph.microsoft.com/.default": "graph",
};

interface Issued {
  readonly resource: "exchange" | "graph";
  readonly until: number;
}

/** Entra ID's token endpoint for one application, and the memory of the tokens that it gave. */
export class Login {
  readonly #issued = new Map<string, Issued>();
  readonly #usedAssertions = new Set<string>();
  /** How long tokens last from now on, in seconds. */
  lifetime = 3599;

  constructor(private readonly application: Application) {}

  /** Every token given so far is refused from now on. */
  expireTokens(): void {
    this.#issued.clear();
  }

  /** Every token that was ever given; for tests that look for leaks. */
  readonly tokens: string[] = [];

  accepts(token: string | undefined, resource: "exchange" | "graph"): boolean {
    const issued = token === undefined ? undefined : this.#issued.get(token);
    return issued !== undefined && issued.resource === resource && issued.until > Date.now();
  }

  answer(url: string, body: string): Answer {
    const { application } = this;
    const { pathname } = new URL(url);
    if (pathname !== `/${application.tenantId}/oauth2/v2.0/token`) {
      return refusal(
        "invalid_request",
        90002,
        "Tenant not found. Check to make sure you have the correct tenant ID.",
      );
    }
    const form = new URLSearchParams(body);
    if (form.get("grant_type") !== "client_credentials") {
      return refusal("unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
    }
    if (form.get("client_id") !== application.clientId) {
      return refusal(
        "unauthorized_client",
        700016,
        `Application with identifier '${form.get("client_id")}' was not found.`,
      );
    }
    const resource = RESOURCES[form.get("scope") ?? ""];
    if (resource === undefined) {
      return refusal(
        "invalid_scope",
        70011,
        `The provided value for scope ${form.get("scope")} is not valid.`,
      );
    }
    return this.#unproven(form, url) ?? this.#give(resource);
  }

  #give(resource: "exchange" | "graph"): Answer {
    const token = `eyJ0eXAiOiJKV1QifQ.${randomBytes(48).toString("base64url")}.${randomBytes(32).toString("base64url")}`;
    this.#issued.set(token, { resource, until: Date.now() + this.lifetime * 1000 });
    this.tokens.push(token);
    return { status: 200, body: { token_type: "Bearer", expires_in: this.lifetime, access_token: token } };
  }

  #unproven(form: URLSearchParams, audience: string): Answer | undefined {
    const secret = form.get("client_secret");
    if (secret !== null) {
      if (secret === this.application.clientSecret) return undefined;
      const hint = "Ensure the secret being sent in the request is the client secret value";
      // Worse than Microsoft: it says what it was sent.
      return refusal("invalid_client", 7000215, `Invalid client secret provided: ${secret}. ${hint}.`, 401);
    }
    if (form.get("client_assertion_type") !== "urn:ietf:params:oauth:client-assertion-type:jwt-bearer") {
      return refusal("invalid_client", 7000216, "'client_assertion' or 'client_secret' is required.", 401);
    }
    const assertion = form.get("client_assertion") ?? "";
    if (this.application.federatedToken !== undefined && assertion === this.application.federatedToken)
      return undefined;
    if (this.#isSigned(assertion, audience)) return undefined;
    return refusal(
      "invalid_client",
      700027,
      `The certificate with the assertion ${assertion} is not registered.`,
      401,
    );
  }

  #isSigned(assertion: string, audience: string): boolean {
    const { certificate: pem, clientId } = this.application;
    const [header = "", claims = "", signature = "", ...rest] = assertion.split(".");
    if (pem === undefined || rest.length > 0 || this.#usedAssertions.has(assertion)) return false;
    const certificate = new X509Certificate(pem);
    const said = readJson(Buffer.from(header, "base64url").toString());
    const claimed = readJson(Buffer.from(claims, "base64url").toString());
    const thumbprint = createHash("sha256").update(certificate.raw).digest("base64url");
    const now = Date.now() / 1000;
    const proven =
      said.alg === "PS256" &&
      said["x5t#S256"] === thumbprint &&
      claimed.aud === audience &&
      claimed.iss === clientId &&
      claimed.sub === clientId &&
      Number(claimed.nbf) <= now + 5 &&
      Number(claimed.exp) > now &&
      Number(claimed.exp) <= now + 600 &&
      verify(
        "sha256",
        Buffer.from(`${header}.${claims}`),
        {
          key: certificate.publicKey,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        },
        Buffer.from(signature, "base64url"),
      );
    if (proven) this.#usedAssertions.add(assertion);
    return proven;
  }
}

function refusal(error: string, number: number, text: string, status = 400): Answer {
  const trace =
    "Trace ID: 0b5e7d8c-1111-4a6b-9c1e-3a2b4c5d6e00 Correlation ID: 5c9d3e1a-2222-4f7a-8b3c-9d8e7f6a5b00";
  const error_description = `AADSTS${number}: ${text} ${trace} Timestamp: 2026-11-22 02:00:00Z`;
  return {
    status,
    body: {
      error,
      error_description,
      error_codes: [number],
      correlation_id: "5c9d3e1a-2222-4f7a-8b3c-9d8e7f6a5b00",
    },
  };
}
