import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Server } from "node:net";

const ATTEMPTS = 20;

/** UDP and TCP on one loopback port that the system chose; another one is tried where UDP has it taken already. */
export async function onePort(): Promise<{
  readonly udp: Socket;
  readonly tcp: Server;
  readonly port: number;
}> {
  for (let attempt = 1; ; attempt++) {
    const tcp = createServer().listen(0, "127.0.0.1");
    await once(tcp, "listening");
    const address = tcp.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    const udp = createSocket("udp4");
    try {
      udp.bind(address.port, "127.0.0.1");
      await once(udp, "listening");
      return { udp, tcp, port: address.port };
    } catch (error) {
      udp.close();
      tcp.close();
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
