import AccordYAML

extension ObjectReader {
  func object<Object: DocumentObject>(_ key: String, _ type: Object.Type = Object.self) -> Object? {
    value(key).map { log.read(type, from: $0) }
  }

  func objects<Object: DocumentObject>(_ key: String, _ type: Object.Type = Object.self) -> [Object]
  {
    (sequence(key) ?? []).map { log.read(type, from: $0) }
  }

  func referenced<Object: Referable>(
    _ key: String, _ type: Object.Type = Object.self
  ) -> Referenced<Object>? {
    value(key).map { log.readReferenced(type, from: $0) }
  }

  func referencedList<Object: Referable>(
    _ key: String, _ type: Object.Type = Object.self
  ) -> [Referenced<Object>] {
    (sequence(key) ?? []).map { log.readReferenced(type, from: $0) }
  }

  func referencedMap<Object: Referable>(
    _ key: String, _ type: Object.Type = Object.self
  ) -> OrderedMap<Referenced<Object>> {
    map(key) { log.readReferenced(type, from: $0) } ?? OrderedMap()
  }

  func objectMap<Object: DocumentObject>(
    _ key: String, _ type: Object.Type = Object.self
  ) -> OrderedMap<Object>? {
    map(key) { log.read(type, from: $0) }
  }

  func schema(_ key: String) -> Schema? {
    object(key, Schema.self)
  }

  func schemas(_ key: String) -> [Schema] {
    objects(key, Schema.self)
  }

  func schemaMap(_ key: String) -> OrderedMap<Schema> {
    objectMap(key, Schema.self) ?? OrderedMap()
  }

  func nodeMap(_ key: String) -> OrderedMap<Node> {
    map(key) { $0 } ?? OrderedMap()
  }

  private func map<Value>(_ key: String, _ read: (Node) -> Value) -> OrderedMap<Value>? {
    guard let value = value(key) else { return nil }
    guard let mapping = value.mapping else {
      wrongKind(key, value, expected: "a mapping")
      return nil
    }
    return OrderedMap(
      mapping.entries.map {
        .init(name: $0.key.text, nameRange: $0.key.range, value: read($0.value))
      })
  }
}
