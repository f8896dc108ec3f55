import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Host {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves one page from another origin than the site's. */
export async function hostPage(html: string): Promise<Host> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
