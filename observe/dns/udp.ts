import { randomInt } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import type { ServerAddress } from "./address";

/** What came of a query: octets that the caller took, or the reason why there are none. */
export type Carried<T> = T | "timeout" | "unreachable";

/**
 * Queries to one server from one port. The socket is connected: the system drops what comes from elsewhere, and tells
 * when nothing listens there.
 */
export class UdpChannel {
  private socket: Promise<Socket> | undefined;
  private readonly pending = new Map<number, (octets: Buffer | "unreachable") => void>();

  constructor(private readonly server: ServerAddress) {}

  /**
   * Sends one query, and gives every datagram with its id to `take` until that gives a value.
   * @param milliseconds how long to wait
   */
  async ask<T>(
    encode: (id: number) => Buffer,
    take: (octets: Buffer, id: number) => T | undefined,
    milliseconds: number,
  ): Promise<Carried<T>> {
    this.socket ??= this.open();
    const socket = await this.socket.catch(() => undefined);
    if (!socket) return "unreachable";
    const id = this.freshId();
    return new Promise((resolve) => {
      const end = (value: Carried<T>) => {
        clearTimeout(timer);
        this.pending.delete(id);
        resolve(value);
      };
      const timer = setTimeout(() => end("timeout"), milliseconds);
      this.pending.set(id, (octets) => {
        const value = octets === "unreachable" ? octets : take(octets, id);
        if (value !== undefined) end(value);
      });
      socket.send(encode(id), (error) => {
        if (error) end("unreachable");
      });
    });
  }

  async close(): Promise<void> {
    const socket = await this.socket?.catch(() => undefined);
    this.socket = undefined;
    for (const tell of [...this.pending.values()]) tell("unreachable");
    await new Promise<void>((resolve) => (socket ? socket.close(() => resolve()) : resolve()));
  }

  /** One that nobody can guess and that no other query waits for (RFC 5452 §9.2). */
  private freshId(): number {
    for (;;) {
      const id = randomInt(65_536);
      if (!this.pending.has(id)) return id;
    }
  }

  private open(): Promise<Socket> {
    const { address, port } = this.server;
    const socket = createSocket(address.includes(":") ? "udp6" : "udp4");
    socket.on("message", (octets) => {
      if (octets.length >= 2) this.pending.get(octets.readUInt16BE(0))?.(octets);
    });
    return new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.connect(port, address, () => {
        socket.off("error", reject);
        // ICMP says that nothing listens there: of all that wait, none will be answered.
        socket.on("error", () => {
          for (const tell of [...this.pending.values()]) tell("unreachable");
        });
        resolve(socket);
      });
    });
  }
}
