// A loopback server for fixtures: any folder, with content types and headers of the test's choosing, and a record of what was asked.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".xhtml": "application/xhtml+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/**
 * Serves `folders` ({"/prefix/": folder}, the longest fitting prefix wins) and `documents` (a Map from path to
 * {type, body, headers?}) on a free port of 127.0.0.1. `headersOf(path)` may add headers to files; with `port` on that one.
 *
 * Names below `localhost` lead to loopback in both browsers and count as secure contexts, as news sites do; so
 * `at("/a.html", "courier")` is `http://courier.localhost:<port>/a.html`, a site of its own.
 */
export async function serve({ folders = {}, documents = new Map(), headersOf = () => ({}), port: wanted = 0 }) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    asked.push({ host: request.headers.host, path });
    const document = documents.get(path);
    if (path === "/favicon.ico") {
      response.writeHead(204).end(); // asked for by browsers, not by pages
      return;
    }
    if (document) {
      response.writeHead(200, { "content-type": document.type, "cache-control": "no-store", ...document.headers });
      response.end(document.body);
      return;
    }
    const prefix = prefixes.find((candidate) => path.startsWith(candidate));
    const inside = prefix === undefined ? null : normalize(`/${path.slice(prefix.length)}`);
    const file = inside === null ? null : join(folders[prefix], inside);
    if (
      file === null ||
      !(await stat(file).then(
        (entry) => entry.isFile(),
        () => false,
      ))
    ) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-store", ...headersOf(path) });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(wanted, "127.0.0.1", resolve));
  const { port } = server.address();
  return {
    port,
    documents,
    asked,
    at: (path, site = "courier") => `http://${site}.localhost:${port}${path}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The made-up domain under which a browser is told to look for its own services. */
export const BROWSERS_OWN = "browser.invalid";

/**
 * A proxy that lets nothing through and writes down every host it was asked for, the browser's own services aside. Browsers
 * reach loopback without it, so whatever arrives here wanted to leave the machine.
 */
export async function watchWayOut() {
  const hosts = [];
  const refuse = (host) => {
    if (!host.split(":")[0].endsWith(`.${BROWSERS_OWN}`)) hosts.push(host);
  };
  const server = createServer((request, response) => {
    refuse(URL.canParse(request.url) ? new URL(request.url).host : request.headers.host);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    refuse(request.url);
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    hosts,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
