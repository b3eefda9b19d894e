// Sends the requests of a collection in order, as Postman's runner does, with their scripts.
//
// node replay.js COLLECTION ENVIRONMENT VARIABLES
//
// VARIABLES is a JSON object that goes over the environment's. The output is a JSON array with an
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

async function visit(items, folder, collection, variables, records) {
  for (const item of items) {
    if (item.item) {
      await visit(item.item, [...folder, item.name], collection, variables, records);
      continue;
    }
    const record = { folder: folder.join("/"), name: item.name, tests: [], provided: [], errors: [] };
    records.push(record);
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
  }
}

async function main([collectionFile, environmentFile, overrides]) {
  const collection = JSON.parse(fs.readFileSync(collectionFile, "utf8"));
  const environment = JSON.parse(fs.readFileSync(environmentFile, "utf8"));
  const variables = new Variables(collection, environment);
  for (const [name, value] of Object.entries(JSON.parse(overrides))) {
    if (!variables.environment.has(name)) throw new Error(`the environment has no ${name}`);
    variables.environment.set(name, value);
  }
  const records = [];
  await visit(collection.item, [], collection, variables, records);
  process.stdout.write(JSON.stringify(records, null, 1));
}

main(process.argv.slice(2));
