// A web server of the test's own on the loopback address, and the leave to reach it: this address and this port, nothing else.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FetchOptions } from "../../src/reader/index.ts";

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly at: number;
}

export interface TestServer {
  readonly base: string;
  readonly fetch: FetchOptions;
  /** Requests so far, in order. */
  readonly asked: Asked[];
  /** What to answer by path; 404 where there is nothing. May be changed as the test goes on. */
  readonly routes: Map<string, (response: ServerResponse, request: IncomingMessage) => void>;
  close(): Promise<void>;
}

/** Starts a server on an address of 127.0.0.0/8, so that several can stand for several hosts. */
export async function testServer(address = "127.0.0.1"): Promise<TestServer> {
  const asked: Asked[] = [];
  const routes: TestServer["routes"] = new Map();
  const server: Server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers, at: performance.now() });
    const route = routes.get(request.url ?? "");
    if (route) route(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const port = String((server.address() as AddressInfo).port);
  return {
    base: `http://${address}:${port}`,
    fetch: { allowAddress: (a, p) => a === address && p === port, allowPort: (p) => p === port, timeout: 30_000 },
    asked,
    routes,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
