/** What a provider says of itself once it serves. */
export interface Handshake {
  /** The version of Terraform's plugin protocol. */
  readonly protocol: number;
  /** The path of its socket. */
  readonly socket: string;
}

/** What Terraform and OpenTofu offer a provider that they start. */
export const PROTOCOLS = "5,6";

/** By which a provider knows that it is started by one who speaks the protocol; the same for all of Terraform's. */
export const COOKIE = {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
};

/**
 * Reads the line by which a plugin says where it serves:
 * `<core protocol>|<protocol>|<network>|<address>|<kind>|<certificate>`.
 * https://github.com/hashicorp/go-plugin/blob/main/docs/internals.md#handshake
 * @returns the handshake, or why it is none that can be shared: a network address would serve other users, too
 */
export function parseHandshake(line: string): Handshake | { readonly fault: string } {
  const [core, protocol, network, socket = "", kind, certificate = ""] = line.split("|");
  if (core !== "1" || !/^\d{1,3}$/.test(protocol ?? "")) return { fault: "it answers with no handshake" };
  if (!PROTOCOLS.split(",").includes(String(protocol)))
    return { fault: `it speaks plugin protocol ${protocol}` };
  if (network !== "unix") return { fault: "it serves on a network address" };
  if (kind !== "grpc") return { fault: "it does not speak gRPC" };
  if (certificate !== "") return { fault: "it serves with TLS, of which nobody asked it" };
  return { protocol: Number(protocol), socket };
}
