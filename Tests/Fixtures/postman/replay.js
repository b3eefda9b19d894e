// Sends the requests of a collection in order, as Postman's runner does, with their scripts.
//
// node replay.js COLLECTION ENVIRONMENT VARIABLES MODE [STATE]
//
// VARIABLES is a JSON object that goes over the environment's. STATE is a file for what is kept from
// run to run; what it has goes over the collection's and the environment's variables. In the mode
// `in order` requests see what those before them kept. In the mode `alone` each starts from the
// variables at the beginning; in `persistent` it does too, and is sent again, up to three times in
// all, until it passes. The output is a JSON array with an
// object for each request: its folder and name, the status, the tests with their errors, the URLs of
// requests that scripts sent, and the errors of scripts.
"use strict";
const fs = require("fs");
const { Variables, run, send } = require("./pm.js");

function resolved(request, collection, variables) {
  const fill = (text) => variables.replaceIn(text);
  const { url } = request;
  const values = Object.fromEntries((url.variable ?? []).map((entry) => [entry.key, entry.value]));
  const path = url.path.map((part) => (part.startsWith(":") ? values[part.slice(1)] : part));
  const query = (url.query ?? [])
    .filter((entry) => !entry.disabled)
    .map((entry) => `${entry.key}=${entry.value}`);
  const text = `${url.host.join(".")}/${path.join("/")}${query.length ? "?" : ""}${query.join("&")}`;
  const parts = { ...request, url: text, auth: request.auth ?? collection.auth };
  return JSON.parse(JSON.stringify(parts), (key, value) =>
    typeof value === "string" && key !== "description" ? fill(value) : value);
}

/** The requests below some items, in order, with the names of the folders around them. */
function requests(items, folder = []) {
  return items.flatMap((item) =>
    item.item ? requests(item.item, [...folder, item.name]) : [{ item, folder: folder.join("/") }]);
}

async function replay({ item, folder }, collection, variables) {
  const record = { folder, name: item.name, tests: [], provided: [], errors: [] };
  const scripts = (listen) =>
    (item.event ?? []).filter((event) => event.listen === listen)
      .map((event) => event.script.exec.join("\n"));
  for (const script of scripts("prerequest")) await run(script, variables, undefined, record);
  try {
    const response = await send(resolved(item.request, collection, variables));
    record.status = response.code;
    for (const script of scripts("test")) await run(script, variables, response, record);
  } catch (error) {
    record.errors.push(String(error.cause ?? error.message));
  }
  return record;
}

const hasPassed = ({ tests, errors }) =>
  errors.length === 0 && tests.every((test) => test.error === undefined);

async function main([collectionFile, environmentFile, overrides, mode, stateFile]) {
  const collection = JSON.parse(fs.readFileSync(collectionFile, "utf8"));
  const environment = JSON.parse(fs.readFileSync(environmentFile, "utf8"));
  const isKept = stateFile !== undefined && fs.existsSync(stateFile);
  const kept = isKept ? JSON.parse(fs.readFileSync(stateFile, "utf8")) : {};
  const fresh = () => new Variables(collection, environment, kept, JSON.parse(overrides));
  let variables = fresh();
  const records = [];
  for (const request of requests(collection.item)) {
    if (mode !== "in order") variables = fresh();
    let record = await replay(request, collection, variables);
    for (let time = 1; time < 3 && mode === "persistent" && !hasPassed(record); time += 1) {
      record = await replay(request, collection, variables);
    }
    records.push(record);
  }
  if (stateFile !== undefined) fs.writeFileSync(stateFile, JSON.stringify(variables.state));
  process.stdout.write(JSON.stringify(records, null, 1));
}

main(process.argv.slice(2));
