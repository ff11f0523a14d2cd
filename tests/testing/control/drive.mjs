// Drives a fake server as a test of another language does. Prints what it saw, as JSON.
import { createHash, randomBytes } from "node:crypto";

const { BEEPER_BASE_URL: api, BEEPER_FAKE_URL: fake, BEEPER_FAKE_TOKEN: token } = process.env;

async function control(method, path, body) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(fake + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  const result = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${result.message}`);
  return result;
}

async function read(path, accessToken) {
  return fetch(api + path, { headers: { authorization: `Bearer ${accessToken}` } });
}

async function logIn() {
  const post = (path, body) => fetch(api + path, { method: "POST", body });
  const redirect = "http://127.0.0.1:9/callback";
  const registered = await fetch(`${api}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_name: "node", redirect_uris: [redirect] }),
  });
  const { client_id } = await registered.json();
  const verifier = randomBytes(40).toString("base64url");
  const page = new URL(`${api}/oauth/authorize`);
  page.search = new URLSearchParams({
    client_id,
    redirect_uri: redirect,
    response_type: "code",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state: "s",
  });
  const target = new URL(await control("POST", "/consent", { url: page.href, scopes: ["read"] }));
  const code = target.searchParams.get("code");
  const form = { grant_type: "authorization_code", code, code_verifier: verifier, client_id, redirect_uri: redirect };
  return (await post("/oauth/token", new URLSearchParams(form))).json();
}

const seen = {};
await control("POST", "/reset", { world: "small", now: "2026-01-02T03:04:05Z" });
const { token: accessToken } = await control("GET", "/server");

const received = await control("POST", "/world/receive", { chat_id: "Bob Birchwood", text: "Hi from node 💬" });
const messages = await (await read(`/v1/chats/${encodeURIComponent(received.chatID)}/messages`, accessToken)).json();
seen.received = messages.items[0].text;
await control("POST", "/people/Bob/send", { chat: "Bob Birchwood", file: { name: "a.txt", base64: btoa("abc") } });
seen.file = (await control("GET", "/world/messages?chat_id=Bob%20Birchwood")).at(-1).attachments[0].fileName;

const rule = await control("POST", "/fail", { operation: "chats.list", status: 503, times: 1 });
seen.failed = [(await read("/v1/chats", accessToken)).status, (await read("/v1/chats", accessToken)).status];
seen.hits = (await control("DELETE", `/rules/${rule.id}`)).hits;

await control("POST", "/clock/advance", { hours: 5 });
seen.clock = (await control("GET", "/clock")).now.slice(0, 19);
seen.requests = (await control("GET", "/requests?operation=chats.list")).map((one) => one.status);
await control("POST", "/requests/assert_called", { operation: "chats.list", times: 2 });

const login = await logIn();
seen.scope = login.scope;
seen.withLogin = (await read("/v1/accounts", login.access_token)).status;

const saved = await control("GET", "/save");
await control("POST", "/reset", { world: "empty" });
seen.empty = (await control("GET", "/world/chats")).length;
seen.afterReset = (await read("/v1/accounts", login.access_token)).status;
await control("POST", "/load", saved);
seen.loaded = (await control("GET", "/world/messages?chat_id=Bob%20Birchwood")).at(-2).text;

try {
  await control("POST", "/world/receive", { chat_id: "Bob Birchwood", txt: "hi" });
} catch (error) {
  seen.mistake = error.message;
}
console.log(JSON.stringify(seen));
