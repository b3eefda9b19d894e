import AccordModel

/// The script that runs before a request and gets what the request needs, so that every request of
/// a collection can be sent by itself.
struct ProvidingScript {
  let service: Service
  let form: RequestForm
  let steps: [ProvidingStep]

  var text: String {
    guard !steps.isEmpty else { return "" }
    return """
      // Gets first what this request needs and no earlier one has kept. A step goes before those
      // that need what it keeps; of the steps, only those are sent whose variables are empty.
      const needs = \(Self.names(service.needs(of: form)).jsonText);
      \(Script.exactNumbers)
      const steps = \(Value.array(steps.map(value)).jsonText);
      \(Self.running)
      """
  }

  private static func names(_ variables: [ChainVariable]) -> Value {
    .array(variables.map { .string($0.name) })
  }

  private func value(_ step: ProvidingStep) -> Value {
    [
      "name": .string(step.form.operation.title),
      "status": .integer(step.form.operation.success.status),
      "needs": Self.names(step.service.needs(of: step.form)),
      "request": step.service.opened(step.form).sendableValue(step.service.shapes),
      "keep": .array(step.kept.map(keeping)),
    ]
  }

  private func keeping(_ variable: ChainVariable) -> Value {
    let start: Value = [
      "variable": .string(variable.name), "scope": .string(variable.scope.word),
    ]
    switch variable.value?.origin {
    case .body(let tokens): return start.adding("pointer", .array(tokens.map { .string($0) }))
    case .header(let name): return start.adding("header", .string(name))
    case nil: return start
    }
  }

  private static let running = """
    const wanted = new Set(needs);
    const missing = steps.reverse().filter((step) => {
      const isMissing = step.keep.some(
        ({ variable }) => wanted.has(variable) && !pm.variables.get(variable));
      if (isMissing) step.needs.forEach((variable) => wanted.add(variable));
      return isMissing;
    }).reverse();
    const filled = (text) => (typeof text === "string" ? pm.variables.replaceIn(text) : text);
    const provide = ([step, ...others]) => {
      if (step === undefined) return;
      const request = JSON.parse(JSON.stringify(step.request), (name, value) => filled(value));
      pm.sendRequest(request, (error, response) => {
        if (error) throw error;
        if (response.code !== step.status) {
          // What was kept may be out of date, as after a restart. The next try starts from nothing.
          for (const { variable, scope } of steps.flatMap(({ keep }) => keep)) {
            pm[scope].set(variable, "");
          }
          throw new Error(`${step.name}: ${response.code}`);
        }
        for (const { variable, scope, pointer, header } of step.keep) {
          const value = header
            ? response.headers.get(header)
            : pointer.reduce((part, name) => part?.[name], response.json());
          if (value === undefined) throw new Error(`${step.name}: no ${variable}`);
          pm[scope].set(variable, kept(value, response));
        }
        provide(others);
      });
    };
    provide(missing);
    """
}
