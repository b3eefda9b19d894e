// A small part of Postman's sandbox: what the exported scripts use of `pm`, and nothing else, so that
// a script that uses more fails.
"use strict";
const Ajv = require("ajv");

/** Sends a request as a collection or `pm.sendRequest` has it; variables are filled in by now. */
async function send({ url, method, header = [], body, auth }) {
  const headers = Object.fromEntries(
    header.filter((field) => !field.disabled).map((field) => [field.key, field.value]));
  const attributes = Object.fromEntries(
    (auth?.[auth.type] ?? []).map((attribute) => [attribute.key, attribute.value]));
  if (auth?.type === "bearer") headers.Authorization = `Bearer ${attributes.token}`;
  if (auth?.type === "basic") {
    const account = Buffer.from(`${attributes.username}:${attributes.password}`);
    headers.Authorization = `Basic ${account.toString("base64")}`;
  }
  const answer = await fetch(url, {
    method, headers, body: body?.raw, redirect: "manual", signal: AbortSignal.timeout(20000),
  });
  return new Response(answer.status, answer.headers, await answer.text());
}

class Response {
  constructor(code, headers, text) {
    this.code = code;
    this.headers = { get: (name) => headers.get(name) ?? undefined };
    this.text = () => text;
    this.json = () => JSON.parse(text);
    this.to = {
      have: {
        status: (wanted) => check(code === wanted, `expected status ${wanted}, got ${code}: ${text}`),
        header: (name) => check(headers.get(name) !== null, `expected a header ${name}`),
        jsonSchema: (schema) => {
          const validator = new Ajv({ allErrors: true });
          const isValid = validator.validate(schema, JSON.parse(text));
          check(isValid, `${validator.errorsText()} in ${text}`);
        },
      },
    };
  }
}

function check(condition, message) {
  if (!condition) throw new Error(message);
}

function expect(value, words = "") {
  return {
    to: {
      equal: (wanted) =>
        check(
          value === wanted,
          `${words} expected ${JSON.stringify(wanted)}, got ${JSON.stringify(value)}`),
      include: (part) =>
        check(String(value).includes(part), `expected ${part} in ${JSON.stringify(value)}`),
      get exist() {
        return check(value !== undefined && value !== null, "expected a value, got none");
      },
    },
  };
}

/** Variables: an environment's hide the collection's, even when they are empty, as in Postman. */
class Variables {
  /** `kept` is the `state` after an earlier run, and goes over what the files have. */
  constructor(collection, environment, kept, overrides) {
    const filled = (entries = [], known = {}) =>
      new Map([...entries.map((entry) => [entry.key, entry.value]), ...Object.entries(known)]);
    this.collection = filled(collection.variable, kept.collection);
    this.environment = filled(environment.values, kept.environment);
    for (const [name, value] of Object.entries(overrides)) {
      check(this.environment.has(name), `the environment has no ${name}`);
      this.environment.set(name, value);
    }
  }

  get state() {
    return {
      collection: Object.fromEntries(this.collection),
      environment: Object.fromEntries(this.environment),
    };
  }

  get(name) {
    return this.environment.has(name) ? this.environment.get(name) : this.collection.get(name);
  }

  /** An unknown variable stays as it stands, as in Postman; the URL or the service then refuses it. */
  replaceIn(text) {
    return text.replace(/{{([^{}]+)}}/g, (whole, name) => this.get(name) ?? whole);
  }
}

/** Of the libraries that the sandbox has, those that scripts use. */
function library(name) {
  check(name === "ajv", `the sandbox has no ${name}`);
  return Ajv;
}

/** Runs one script, and waits for the requests that it sends. */
async function run(script, variables, response, record) {
  const sent = [];
  const scope = (map) => ({ get: (name) => map.get(name), set: (name, value) => map.set(name, value) });
  const pm = {
    response,
    expect,
    variables: {
      get: (name) => variables.get(name),
      replaceIn: (text) => variables.replaceIn(text),
    },
    collectionVariables: scope(variables.collection),
    environment: scope(variables.environment),
    test: (name, body) => {
      const test = { name };
      record.tests.push(test);
      try {
        body();
      } catch (error) {
        test.error = String(error.message);
      }
    },
    sendRequest: (request, callback) => {
      record.provided.push(request.url);
      sent.push(send(request).then((answer) => callback(null, answer)));
    },
  };
  try {
    new Function("pm", "require", `"use strict";\n${script}`)(pm, library);
    // A callback may send again.
    for (let index = 0; index < sent.length; index += 1) await sent[index];
  } catch (error) {
    record.errors.push(String(error.message));
  }
}

module.exports = { Response, Variables, run, send };
