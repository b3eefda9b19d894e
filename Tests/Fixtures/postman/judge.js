// Holds bodies against what the test script of a request says of the body it expects.
//
// node judge.js COLLECTION REQUEST BODY…
//
// The output is a JSON array: for each body the error of the test "body is valid", or null.
"use strict";
const fs = require("fs");
const { Response, Variables, run } = require("./pm.js");

const requests = (items) => items.flatMap((item) => (item.item ? requests(item.item) : [item]));

async function fault(script, body) {
  const record = { tests: [], errors: [], provided: [] };
  await run(script, new Variables({}, {}, {}, {}), new Response(200, new Headers(), body), record);
  const test = record.tests.find(({ name }) => name === "body is valid");
  if (test === undefined) throw new Error(`no such test: ${record.errors}`);
  return test.error ?? null;
}

async function main([collection, name, ...bodies]) {
  const items = requests(JSON.parse(fs.readFileSync(collection, "utf8")).item);
  const { event } = items.find((item) => item.name === name);
  const { script } = event.find(({ listen }) => listen === "test");
  const faults = [];
  for (const body of bodies) faults.push(await fault(script.exec.join("\n"), body));
  process.stdout.write(JSON.stringify(faults));
}

main(process.argv.slice(2));
