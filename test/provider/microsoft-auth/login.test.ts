import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { judgedBy } from "../../support/judges";
import { clientsFor, FastClock, failure } from "../support/clients";

const { describe, test } = judgedBy("openssl");

const folder = mkdtempSync(join(tmpdir(), "login-"));
const at = (name: string) => join(folder, name);
const openssl = (...args: readonly string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
const FEDERATED = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmNvbnRvc28vbWFpbCJ9.c2lnbmF0dXJl";

let emulator: Emulator;

beforeAll(async () => {
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=mail-hygiene",
    "-days",
    "2",
    "-keyout",
    "key.pem",
    "-out",
    "cert.pem",
  );
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=other",
    "-days",
    "2",
    "-keyout",
    "other-key.pem",
    "-out",
    "other.pem",
  );
  emulator = await startEmulator({
    domains: ["contoso.com"],
    certificate: readFileSync(at("cert.pem"), "utf8"),
    federatedToken: FEDERATED,
  });
});

afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

/** The emulator's environment with another credential. */
function envWith(credential: Readonly<Record<string, string>>): Record<string, string> {
  const { ARM_CLIENT_SECRET: _, ...rest } = emulator.env;
  return { ...rest, ...credential };
}

const domain = (env: Readonly<Record<string, string>>) => clientsFor(env).graph.get("domains/contoso.com");

test("a client secret gives a token", async () => {
  await expect(domain(emulator.env)).resolves.toMatchObject({ id: "contoso.com", isVerified: true });
});

test("the client secret may stand in a file", async () => {
  writeFileSync(at("secret"), `${emulator.application.clientSecret}\n`);
  await expect(domain(envWith({ ARM_CLIENT_SECRET_FILE_PATH: at("secret") }))).resolves.toBeDefined();
});

describe("a client certificate", () => {
  test("in a PEM file with its key", async () => {
    writeFileSync(at("both.pem"), readFileSync(at("key.pem"), "utf8") + readFileSync(at("cert.pem"), "utf8"));
    await expect(domain(envWith({ ARM_CLIENT_CERTIFICATE_PATH: at("both.pem") }))).resolves.toBeDefined();
  });

  test("in a PEM file whose key is encrypted", async () => {
    openssl("pkcs8", "-topk8", "-in", "key.pem", "-out", "encrypted.pem", "-passout", "pass:pem password");
    writeFileSync(
      at("locked.pem"),
      readFileSync(at("cert.pem"), "utf8") + readFileSync(at("encrypted.pem"), "utf8"),
    );
    const ARM_CLIENT_CERTIFICATE_PATH = at("locked.pem");
    await expect(
      domain(envWith({ ARM_CLIENT_CERTIFICATE_PATH, ARM_CLIENT_CERTIFICATE_PASSWORD: "pem password" })),
    ).resolves.toBeDefined();
    const error = await failure(
      domain(envWith({ ARM_CLIENT_CERTIFICATE_PATH, ARM_CLIENT_CERTIFICATE_PASSWORD: "wrong" })),
    );
    expect(error.message).toBe("the client certificate's PEM file cannot be read; is the password right?");
  });

  test.each([
    ["as OpenSSL 3 writes it", []],
    [
      "as Windows exports it (3DES)",
      ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"],
    ],
    ["with an unencrypted key", ["-keypbe", "NONE", "-certpbe", "NONE"]],
  ])("in a PKCS #12 file %s", async (_, options) => {
    openssl(
      "pkcs12",
      "-export",
      "-inkey",
      "key.pem",
      "-in",
      "cert.pem",
      "-out",
      "cert.pfx",
      "-passout",
      "pass:pfx-pässword",
      ...options,
    );
    const env = envWith({
      ARM_CLIENT_CERTIFICATE_PATH: at("cert.pfx"),
      ARM_CLIENT_CERTIFICATE_PASSWORD: "pfx-pässword",
    });
    await expect(domain(env)).resolves.toBeDefined();
  });

  test("in a PKCS #12 file without a password, in base64, as azuread takes it", async () => {
    openssl(
      "pkcs12",
      "-export",
      "-inkey",
      "key.pem",
      "-in",
      "cert.pem",
      "-out",
      "open.pfx",
      "-passout",
      "pass:",
    );
    const ARM_CLIENT_CERTIFICATE = readFileSync(at("open.pfx")).toString("base64");
    await expect(domain(envWith({ ARM_CLIENT_CERTIFICATE }))).resolves.toBeDefined();
  });

  test("a wrong password of a PKCS #12 file is told, not shown", async () => {
    openssl(
      "pkcs12",
      "-export",
      "-inkey",
      "key.pem",
      "-in",
      "cert.pem",
      "-out",
      "cert.pfx",
      "-passout",
      "pass:right",
    );
    const env = envWith({
      ARM_CLIENT_CERTIFICATE_PATH: at("cert.pfx"),
      ARM_CLIENT_CERTIFICATE_PASSWORD: "hunter2",
    });
    const error = await failure(domain(env));
    expect(error.code).toBe("unusable-credential");
    expect(error.message).toMatch(/is the password right/);
    expect(error.message).not.toContain("hunter2");
  });

  test("a key of another certificate is refused before anything is sent", async () => {
    writeFileSync(
      at("mixed.pem"),
      readFileSync(at("other-key.pem"), "utf8") + readFileSync(at("cert.pem"), "utf8"),
    );
    const before = emulator.control.log.length;
    const error = await failure(domain(envWith({ ARM_CLIENT_CERTIFICATE_PATH: at("mixed.pem") })));
    expect(error.message).toBe("the private key does not belong to the client certificate");
    expect(emulator.control.log).toHaveLength(before);
  });

  test("one that the application does not have is Entra ID's to refuse", async () => {
    writeFileSync(
      at("foreign.pem"),
      readFileSync(at("other-key.pem"), "utf8") + readFileSync(at("other.pem"), "utf8"),
    );
    const error = await failure(domain(envWith({ ARM_CLIENT_CERTIFICATE_PATH: at("foreign.pem") })));
    expect(error.code).toBe("AADSTS700027");
    // The emulator repeats the assertion that it was sent.
    expect(error.message).toBe(
      "Entra ID gave no token for the client certificate: AADSTS700027: The certificate with the assertion (secret) is not registered.",
    );
  });
});

describe("a federated token", () => {
  test("given as it is", async () => {
    await expect(domain(envWith({ ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: FEDERATED }))).resolves.toBeDefined();
  });

  test("in a file, which is read anew for each token", async () => {
    writeFileSync(at("token"), "eyJhbGciOiJSUzI1NiJ9.old.old");
    const { graph } = clientsFor(envWith({ ARM_USE_OIDC: "true", ARM_OIDC_TOKEN_FILE_PATH: at("token") }));
    await failure(graph.get("domains/contoso.com"));
    writeFileSync(at("token"), FEDERATED);
    await expect(graph.get("domains/contoso.com")).resolves.toBeDefined();
  });

  test("from GitHub Actions, for Entra ID's audience", async () => {
    const asked: string[] = [];
    const github = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.end(JSON.stringify({ count: 1, value: FEDERATED }));
    });
    await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
    const { port } = github.address() as AddressInfo;
    try {
      const env = envWith({
        ARM_USE_OIDC: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/idtoken?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token",
      });
      await expect(domain(env)).resolves.toBeDefined();
      expect(asked).toEqual([
        "/idtoken?api-version=2.0&audience=api%3A%2F%2FAzureADTokenExchange Bearer request-token",
      ]);
    } finally {
      github.close();
      github.closeAllConnections();
    }
  });
});

describe("the token cache", () => {
  const logins = () => emulator.control.log.filter(({ service }) => service === "login").length;

  test("many calls at once share one token", async () => {
    const { graph } = clientsFor(emulator.env);
    const before = logins();
    await Promise.all(Array.from({ length: 20 }, () => graph.get("domains/contoso.com")));
    expect(logins() - before).toBe(1);
  });

  test("a token is renewed five minutes before its end", async () => {
    const clock = new FastClock();
    const { graph } = clientsFor(emulator.env, { clock });
    const before = logins();
    await graph.get("domains/contoso.com");
    clock.advance(3_290_000);
    await graph.get("domains/contoso.com");
    expect(logins() - before).toBe(1);
    clock.advance(20_000);
    await graph.get("domains/contoso.com");
    expect(logins() - before).toBe(2);
  });

  test("a token that is refused too early is renewed once, and the call repeated", async () => {
    const { graph } = clientsFor(emulator.env);
    await graph.get("domains/contoso.com");
    const before = logins();
    emulator.login.expireTokens();
    await Promise.all(Array.from({ length: 8 }, () => graph.get("domains/contoso.com")));
    expect(logins() - before).toBe(1);
  });

  test("a failed login is not remembered", async () => {
    const { graph } = clientsFor(emulator.env);
    emulator.control.fail(1, { status: 400 }, { service: "login" });
    await failure(graph.get("domains/contoso.com"));
    await expect(graph.get("domains/contoso.com")).resolves.toBeDefined();
  });

  test("a login that stays down is not tried again for each attempt of the call", async () => {
    const { graph } = clientsFor(emulator.env, { clock: new FastClock() });
    emulator.control.fail(100, { status: 503 }, { service: "login" });
    const before = logins();
    const error = await failure(graph.get("domains/contoso.com"));
    emulator.control.calm();
    expect(error.message).toMatch(
      /^Entra ID gave no token for the client secret: .*; given up after 5 attempts/,
    );
    expect(logins() - before).toBe(5);
  });

  test("Entra ID's throttling is waited for", async () => {
    const clock = new FastClock();
    emulator.control.throttle(2, "7", { service: "login" });
    await expect(clientsFor(emulator.env, { clock }).graph.get("domains/contoso.com")).resolves.toBeDefined();
    expect(clock.pauses).toEqual([7000, 7000]);
  });
});

test("a wrong secret is told in Entra ID's words, without the secret", async () => {
  const error = await failure(domain({ ...emulator.env, ARM_CLIENT_SECRET: "wrong~secret+value/1" }));
  expect(error.status).toBe(401);
  expect(error.code).toBe("AADSTS7000215");
  expect(error.message).toBe(
    "Entra ID gave no token for the client secret: AADSTS7000215: Invalid client secret provided: (secret). Ensure the secret being sent in the request is the client secret value.",
  );
});
