import AccordModel

/// The JSON codecs of models: one pass over the bytes, checked on the way.
struct JSONCodecEmitter {
  let spelling: Spelling
  private var values: JSONValueCode { JSONValueCode(spelling: spelling) }

  /// Empty for a type that the runtime knows how to read and write.
  func codec(_ type: TypeDeclaration) -> Code {
    switch type.kind {
    case .structure(let structure): codec(type.name, structure)
    case .union(let union): UnionCode(spelling: spelling).codec(type.name, union)
    case .wrapper(let shape): codec(type.name, wrapping: shape)
    case .stringEnumeration, .integerEnumeration, .alias: ""
    }
  }

  private func codec(_ name: TypeName, _ structure: Structure) -> Code {
    let names = LocalNames(structure)
    return """
      extension \(name): JSONCodable {
        \(decode(name, structure, names))

        \(encode(structure, names))
      }
      """
  }

  private func codec(_ name: TypeName, wrapping shape: Shape) -> Code {
    """
    extension \(name): JSONCodable {
      public static func decode(
        from json: inout JSONReader
      ) throws(MalformedJSON) -> \(name)? {
        \(values.read(shape, from: "json")).map { \(spelling.reference(name))($0) }
      }

      public func encode(to json: inout JSONWriter) {
        \(values.write("value", shape, to: "json"))
      }
    }
    """
  }

  // MARK: - Decoding

  private func decode(_ name: TypeName, _ structure: Structure, _ names: LocalNames) -> Code {
    let head = Code.head(
      "public static func decode", ["from \(names.json): inout JSONReader"],
      " throws(MalformedJSON) -> \(name)? {")
    return """
      \(head)
        guard try \(names.json).beginObject() else { return nil }
        \(structure.fields.map(variable))
        \(structure.rules.isEmpty ? "" : "var \(names.members) = 0")
        \(members(structure, names))
        \(checkCount(structure.rules, names))
        \(result(name, structure.fields, names))
      }
      """
  }

  private func variable(_ field: Field) -> Code {
    field.isRest
      ? "var \(field.name): \(spelling.type(of: field)) = [:]"
      : "var \(field.name): \(spelling.decodedType(of: field))?"
  }

  private func members(_ structure: Structure, _ names: LocalNames) -> Code {
    let count: Code = structure.rules.isEmpty ? "" : "\(names.members) += 1"
    if structure.properties.isEmpty, !structure.additional.isKept {
      return """
        while try \(names.json).nextKey() != nil {
          \(count)
          try \(otherMember(structure, names))
        }
        """
    }
    return """
      while let \(names.key) = try \(names.json).nextKey() {
        \(count)
        switch \(names.key) {
        \(structure.properties.map { member($0, names) })
        \(Code.case("default", "try \(otherMember(structure, names))"))
        }
      }
      """
  }

  private func member(_ property: Property, _ names: LocalNames) -> Code {
    let reading = values.readField("\(property.name)", property.shape, from: names.json)
    return Code.case("case \(literal: property.wireName)", reading)
  }

  private func otherMember(_ structure: Structure, _ names: LocalNames) -> Code {
    switch structure.additional {
    case .ignored: "\(names.json).skipMember()"
    case .refused: "\(names.json).refuseMember()"
    case .kept(let name, let shape):
      "\(names.json).readMember(into: &\(name), \(names.key)) \(values.readClosure(shape))"
    }
  }

  private func checkCount(_ rules: ObjectRules, _ names: LocalNames) -> Code {
    rules.isEmpty ? "" : "\(names.json).checkMembers(\(names.members), \(spelling.rules(rules)))"
  }

  private func result(_ name: TypeName, _ fields: [Field], _ names: LocalNames) -> Code {
    let value = Code.call("return \(spelling.reference(name))", fields.map(argument))
    let required = fields.filter(\.isRequired)
    guard !required.isEmpty else { return value }
    let bindings: [Code] = required.map { "let \($0.name)" }
    let body: Code = """
      {
        \(value)
      }
      """
    return """
      \(Code.conditions("if", bindings, body))
      \(required.map { "\(names.json).require(\(literal: $0.wireName), \($0.name) != nil)" })
      return nil
      """
  }

  private func argument(_ field: Field) -> Code {
    let isNullable = spelling.present(field.shape).isNullable && !field.isRest
    guard let value = spelling.defaultValue(field), !field.isRequired else {
      return
        "\(label: field.name): \(field.name)\(isNullable && field.isRequired ? ".optional" : "")"
    }
    guard isNullable else { return "\(label: field.name): \(field.name) ?? \(value)" }
    return "\(label: field.name): (\(field.name) ?? Nullable(\(value))).optional"
  }

  // MARK: - Encoding

  private func encode(_ structure: Structure, _ names: LocalNames) -> Code {
    """
    public func encode(to \(names.json): inout JSONWriter) {
      \(names.json).beginObject()
      \(structure.fields.map { write($0, of: structure, names) })
      \(names.json).endObject()
    }
    """
  }

  private func write(_ field: Field, of structure: Structure, _ names: LocalNames) -> Code {
    if case .dictionary(let shape, _) = field.shape, field.isRest {
      let declared: [Code] = structure.fields.filter { !$0.isRest }
        .map { "\(literal: $0.wireName)" }
      let list = Code.array(declared, width: lineWidth - 40)
      return Code.call(
        "\(names.json).writeMembers",
        ["\(field.name)", declared.isEmpty ? "" : "besides: \(list)"],
        trailing: values.writeClosure(shape))
    }
    let isOptional = spelling.isOptional(field)
    return values.writeField(
      key: JSONKeyText.escaped(field.wireName), "\(field.name)", field.shape,
      isPresent: !isOptional, to: names.json)
  }
}

extension AdditionalMembers {
  var isKept: Bool { if case .kept = self { true } else { false } }
}

extension ObjectRules {
  var isEmpty: Bool { minProperties == 0 && maxProperties == nil }
}

extension Spelling {
  /// The type that a member's value is read as.
  func decodedType(of field: Field) -> Code {
    let (shape, isNullable) = present(field.shape)
    return isNullable ? "Nullable<\(type(shape))>" : type(shape)
  }

  /// Whether an absent member is nil in the model.
  func isOptional(_ field: Field) -> Bool {
    !field.isRequired && !field.isRest && defaultValue(field) == nil
  }
}
