// The network in one process: the directory of identities (PLC), the servers behind the AppView
// (bsync), the AppView itself and one server of accounts (PDS). Prints READY and where each is;
// ends when its standard input does.
//
// From the environment: DB_POSTGRES_URL, REDIS_HOST ("127.0.0.1:6379"), CHAT_URL.
// What is asked of `settled` is answered when all that happened before is seen everywhere.
// https://github.com/bluesky-social/atproto/tree/main/packages/dev-env
import dns from 'node:dns';
import http from 'node:http';
import net from 'node:net';
import {
  TestBsky,
  TestBsync,
  TestNetwork,
  TestPds,
  TestPlc,
  mockNetworkUtilities,
} from '@atproto/dev-env';

const LOOPBACK = '127.0.0.1';
const CHAT = 'did:web:api.bsky.chat';
const SETTLE_MS = 60_000;

// The servers listen wherever they can be reached; here that shall be this machine only.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (where, ...rest) {
  const place = typeof where === 'object' ? where : { port: Number(where) };
  return listen.call(this, { ...place, host: LOOPBACK }, ...rest);
};
dns.setDefaultResultOrder('ipv4first');
// Standard output is for READY alone.
console.log = console.error;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// Bluesky's own chat server is not public: its name leads to the one that stands in.
function leadToChat(resolver, endpoint) {
  const resolve = resolver.resolveNoCache;
  const service = { id: '#bsky_chat', type: 'BskyChatService', serviceEndpoint: endpoint };
  resolver.resolveNoCache = async (did) =>
    did === CHAT ? { id: CHAT, service: [service] } : resolve.call(resolver, did);
}

const { DB_POSTGRES_URL: dbUrl, REDIS_HOST: redisHost, CHAT_URL: chatUrl } = process.env;
const bsyncApiKey = 'bsync-api-key';
const pdsPort = await freePort();
const appViewPort = await freePort();

const plc = await TestPlc.create({});
const bsync = await TestBsync.create({ apiKeys: [bsyncApiKey], dbUrl, dbSchema: 'bsync' });
const appView = await TestBsky.create({
  port: appViewPort,
  publicUrl: `http://localhost:${appViewPort}`,
  plcUrl: plc.url,
  pdsPort,
  repoProvider: `ws://localhost:${pdsPort}`,
  bsyncApiKey,
  bsyncUrl: bsync.url,
  dbPostgresUrl: dbUrl,
  dbPostgresSchema: 'appview',
  redisHost,
});
bsync.ctx.dataplaneClients = [appView.ctx.dataplane];
const pds = await TestPds.create({
  port: pdsPort,
  hostname: 'localhost',
  didPlcUrl: plc.url,
  bskyAppViewUrl: appView.url,
  bskyAppViewDid: appView.ctx.cfg.serverDid,
  enableDidDocWithSession: true,
});
mockNetworkUtilities(pds, appView);
leadToChat(pds.ctx.idResolver.did, chatUrl);

// Moderation (Ozone) is left out, so there is nothing of it to wait for.
const network = new TestNetwork(plc, pds, bsync, appView, { processAll() {} });
async function settle() {
  await network.processAll(SETTLE_MS);
  // The last event is counted as soon as it is taken up; what it sets off may still be under way.
  await appView.sub.processAll();
}
const settled = http.createServer((_, answer) =>
  settle().then(
    () => answer.end(),
    (error) => answer.writeHead(500).end(String(error)),
  ),
);
const settledPort = await freePort();
settled.listen(settledPort);

// Whoever started this is gone when the pipe breaks, however that came about.
process.stdin.on('close', () => process.exit(0));
process.stdin.resume();

const places = {
  plc: plc.url,
  pds: pds.url,
  appView: appView.url,
  settled: `http://localhost:${settledPort}`,
};
process.stdout.write(`READY ${JSON.stringify(places)}\n`);
