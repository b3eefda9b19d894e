extension DocumentSet {
  /// Every schema that an XML body leads to, references followed, in order of first use.
  var schemasInXML: [Schema] {
    var found = contentMaps.flatMap(\.content).filter { MediaKind($0.name) == .xml }
      .compactMap(\.value.schema).compactMap { resolve(.inline($0))?.value }
    var seen: Set<ObjectIdentifier> = []
    found = found.filter { seen.insert(ObjectIdentifier($0)).inserted }
    var index = 0
    while index < found.count {
      for part in found[index].parts {
        guard let part = resolve(.inline(part))?.value else { continue }
        if seen.insert(ObjectIdentifier(part)).inserted { found.append(part) }
      }
      index += 1
    }
    return found
  }
}

extension Schema {
  /// The schemas of what a value of this one holds or is.
  var parts: [Schema] {
    objects.properties.map(\.value) + [arrays.items].compactMap(\.self) + combinations.oneOf
      + [objects.othersSchema].compactMap(\.self)
  }
}

extension ObjectKeywords {
  var othersSchema: Schema? {
    if case .schema(let values) = additionalProperties { values } else { nil }
  }
}
