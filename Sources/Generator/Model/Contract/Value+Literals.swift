// So that an artefact in JSON reads, where it is put together, like the JSON that it becomes.

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(integerLiteral value: Int) { self = .number("\(value)") }
  package init(arrayLiteral elements: Value...) { self = .array(elements) }

  /// Members keep the order in which they are written.
  package init(dictionaryLiteral elements: (String, Value)...) {
    self = .object(elements.map { Member(name: $0, value: $1) })
  }
}
