import AccordYAML

/// One thing a contract must satisfy beyond its shape.
package struct Rule: Sendable {
  /// The name of its folders of rejected contracts: `<name>` or `<name>-…`.
  package let name: String
  let problems: @Sendable (DocumentSet) -> [Diagnostic]
}

extension Rule {
  /// Every rule.
  package static let all: [Rule] = [
    // What is wrong by OpenAPI itself.
    .references, .recursion, .componentNames,
    .paths, .pathTemplates, .operationIds, .parameters, .headerNames,
    .responses, .links, .tags, .servers, .securityRequirements,
    .required, .bounds, .patterns, .enumerations, .values, .examples, .mediaTypes, .discriminators,
    // What Accord adds.
    .extensions, .chosenNames, .tables, .tableAttributes,
    // What this compiler does not compile yet.
    .representations,
    .unsupportedOperations, .unsupportedParameters, .unsupportedSecurity,
    .unsupportedKeywords, .unsupportedAssertions, .unsupportedTypes, .unsupportedFormats,
    .nesting, .unions, .unionsInXML, .namesInXML,
  ]
}
