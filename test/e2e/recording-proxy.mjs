// A proxy that leads nowhere: it remembers which tunnels it was asked for and refuses them all.
import http from "node:http";
import { once } from "node:events";

/** Hands a proxy to `use` and closes it afterwards. `asked` holds host and port of each tunnel. */
export async function withRecordingProxy(use) {
  const asked = [];
  const server = http.createServer((_request, response) => response.writeHead(502).end());
  server.on("connect", (request, socket) => {
    asked.push(request.url);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await use({ url: `http://127.0.0.1:${server.address().port}`, asked });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
