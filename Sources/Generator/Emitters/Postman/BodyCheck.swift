import AccordModel

/// The test of a body against its schema.
struct BodyCheck {
  let schema: Value

  init(_ shape: Shape, _ shapes: Shapes) {
    schema = SchemaJSON(shapes, style: .javaScript).document(shape)
  }

  var script: String {
    let additions = self.additions
    guard !additions.isEmpty else {
      return """
        const schema = \(schema.jsonText);
        pm.test("body is valid", () => pm.response.to.have.jsonSchema(schema));
        """
    }
    return """
      const schema = \(schema.jsonText);
      // Ajv alone would ask less of such texts and numbers than the contract does.
      const Ajv = require("ajv");
      const ajv = new Ajv({ allErrors: true });
      \(additions.joined(separator: "\n"))
      pm.test("body is valid", () => {
        const isValid = ajv.validate(schema, pm.response.json());
        pm.expect(isValid, ajv.errorsText()).to.equal(true);
      });
      """
  }

  /// What makes known to Ajv that which the schema needs and Ajv lacks.
  private var additions: [String] {
    let needs = Needs(schema)
    return [
      needs.keywords.contains(SchemaJSON.unicodePattern) ? Self.unicodePattern : nil,
      needs.keywords.contains(SchemaJSON.decimalMultiple) ? Self.decimalMultiple : nil,
      needs.formats.contains("duration") ? Self.duration : nil,
      needs.formats.contains("byte") ? Self.byte : nil,
    ].compactMap { $0 }
  }

  private static let unicodePattern = """
    ajv.addKeyword("\(SchemaJSON.unicodePattern)", {
      type: "string",
      compile: (source) => {
        const pattern = new RegExp(source, "u");
        return (text) => pattern.test(text);
      },
    });
    """

  /// As near as binary fractions come.
  private static let decimalMultiple = """
    ajv.addKeyword("\(SchemaJSON.decimalMultiple)", {
      type: "number",
      validate: (step, number) => {
        const times = number / step;
        return Math.abs(times - Math.round(times)) <= 1e-9 * Math.max(1, Math.abs(times));
      },
    });
    """

  /// RFC 3339, appendix A.
  private static let duration = """
    const time = "T(\\\\d+H(\\\\d+M(\\\\d+S)?)?|\\\\d+M(\\\\d+S)?|\\\\d+S)";
    const date = "(\\\\d+Y(\\\\d+M(\\\\d+D)?)?|\\\\d+M(\\\\d+D)?|\\\\d+D)";
    ajv.addFormat("duration", new RegExp(`^P(\\\\d+W|${date}(${time})?|${time})$`));
    """

  /// RFC 4648, section 4.
  private static let byte = """
    ajv.addFormat("byte", /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
    """
}

/// The keywords and formats of a schema. A member that is called like a keyword counts as one, which
/// makes a script longer and nothing wrong.
private struct Needs {
  private(set) var keywords: Set<String> = []
  private(set) var formats: Set<String> = []

  init(_ schema: Value) { collect(schema) }

  private mutating func collect(_ value: Value) {
    for member in value.members ?? [] {
      keywords.insert(member.name)
      if member.name == "format", let format = member.value.text { formats.insert(format) }
      collect(member.value)
    }
    for item in value.items ?? [] { collect(item) }
  }
}
