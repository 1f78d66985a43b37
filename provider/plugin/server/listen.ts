import {
  Server,
  ServerCredentials,
  type ServerWritableStream,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import type { Provider } from "../definition";
import { checkIdentity, checkMembers, checkNothingComputed } from "../schema/check";
import { type Streams, streams } from "./action-calls";
import { loadServices } from "./proto";
import type { Handlers, Request } from "./request";
import { handlers } from "./service";
import { Session } from "./session";
import type { Identity } from "./tls";

/** Terraform's own limit; a plan of a large resource is far beyond gRPC's default of 4 MB. */
const MESSAGE_LIMIT = 256 * 1024 * 1024;

/** A provider that answers on a loopback port or a socket. */
export interface Listening {
  /** `127.0.0.1:PORT`, or the path of the socket. */
  readonly address: string;
  /** As StopProvider: callbacks under way are told to end. */
  stop(): void;
  /** Something was thrown that nobody awaits: every call ends with it as its diagnostic. */
  fail(error: unknown): void;
  close(): void;
}

export interface ListenOptions {
  /** Mutual TLS: our identity, and the one client certificate (PEM) that may connect. Left out: no TLS. */
  readonly tls?: { readonly identity: Identity; readonly clientCertificate: string };
  /** The path of a Unix socket that is to be made. @default a loopback port that the system chooses */
  readonly socket?: string;
  /** Called when Terraform has no more use for the provider. */
  readonly onShutdown?: () => void;
}

/** @throws Error for a schema that Terraform would refuse, or if no port or socket can be had */
export async function listen(provider: Provider, options: ListenOptions = {}): Promise<Listening> {
  checkProvider(provider);
  const session = new Session(provider);
  const services = loadServices();
  const server = new Server({
    "grpc.max_receive_message_length": MESSAGE_LIMIT,
    "grpc.max_send_message_length": MESSAGE_LIMIT,
  });
  server.addService(services.provider, {
    ...implementation(handlers(provider, session)),
    ...streaming(streams(provider, session)),
  });
  const shutdown = () => {
    session.stop();
    // After the answer is out: whoever asked waits for it.
    setTimeout(() => options.onShutdown?.(), 5);
    return {};
  };
  server.addService(services.controller, implementation({ Shutdown: shutdown }));
  const port = await new Promise<number>((resolve, reject) => {
    const place = options.socket === undefined ? "127.0.0.1:0" : `unix:${options.socket}`;
    server.bindAsync(place, credentials(options.tls), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    address: options.socket ?? `127.0.0.1:${port}`,
    stop: () => session.stop(),
    fail: (error) => session.fail(error),
    close: () => server.forceShutdown(),
  };
}

function credentials(tls: ListenOptions["tls"]): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  const pair = {
    private_key: Buffer.from(tls.identity.keyPem),
    cert_chain: Buffer.from(tls.identity.certificatePem),
  };
  return ServerCredentials.createSsl(Buffer.from(tls.clientCertificate), [pair], true);
}

function implementation(calls: Handlers): UntypedServiceImplementation {
  return Object.fromEntries(
    Object.entries(calls).map(([name, handle]) => [
      name,
      (call: { request: Request }, done: (error: Error | null, response?: object) => void) => {
        Promise.resolve()
          .then(() => handle(call.request))
          .then(
            (response) => done(null, response),
            (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
          );
      },
    ]),
  );
}

function streaming(calls: Streams): UntypedServiceImplementation {
  return Object.fromEntries(
    Object.entries(calls).map(([name, handle]) => [
      name,
      (call: ServerWritableStream<Request, object>) => {
        Promise.resolve()
          .then(() => handle(call.request, (event) => void call.write(event)))
          .then(
            () => call.end(),
            (error: unknown) => call.destroy(error instanceof Error ? error : new Error(String(error))),
          );
      },
    ]),
  );
}

function checkProvider(provider: Provider): void {
  checkMembers(provider.attributes, provider.name, false);
  const { resources, dataSources, actions = {} } = provider;
  for (const kinds of [resources, dataSources, actions]) {
    for (const [name, one] of Object.entries(kinds)) {
      const { attributes } = one;
      const blocks = "blocks" in one ? one.blocks : {};
      if (!name.startsWith(`${provider.name}_`))
        throw new Error(`${name}: names start with ${provider.name}_`);
      checkMembers({ ...attributes, ...blocks }, name);
    }
  }
  for (const [name, { identity, attributes }] of Object.entries(resources)) {
    if (identity !== undefined) checkIdentity(attributes, identity, name);
  }
  for (const [name, { attributes }] of Object.entries(actions)) checkNothingComputed(attributes, name);
}
