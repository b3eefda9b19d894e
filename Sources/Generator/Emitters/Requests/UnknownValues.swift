import AccordModel

/// A request that names what was never answered.
struct UnknownValue {
  let form: RequestForm
  /// The parameter or member that is unknown.
  let name: String
  /// What tells it from a parameter or member elsewhere in the request.
  let key: String

  fileprivate init(_ form: RequestForm, parameter: Parameter) {
    (self.form, name, key) = (form, parameter.wireName, parameter.key)
  }

  init(_ form: RequestForm, member name: String) {
    (self.form, self.name, key) = (form, name, "body.\(name)")
  }
}

extension RequestForm {
  /// Where an identifier from an earlier response belongs in the path, the query or a header, one
  /// that was never answered. Nil without such a place, and where nothing is known to be within the
  /// parameter's rules.
  func withUnknownParameter(of service: Service) -> UnknownValue? {
    let index = parameters.lastIndex { filled in
      if case .variable? = service.chains.filling(of: filled.parameter, in: operation) {
        true
      } else {
        false
      }
    }
    guard let index, let unknown = identifier(like: parameters[index], service) else { return nil }
    var form = self
    form.parameters[index].texts = [unknown]
    return UnknownValue(form, parameter: parameters[index].parameter)
  }

  /// The same for a body.
  func withUnknownMember(of service: Service) -> UnknownValue? {
    let name = service.chains.filledMembers(of: operation).first { name in
      guard case .variable(let variable)? = service.chains.filling(ofMember: name, in: operation)
      else { return false }
      return variable.scope == .collection
    }
    guard let name, let body, let example = exampleBody?[name], example.plainText.isUUID else {
      return nil
    }
    var form = self
    form.body = body.replacing(name, with: .string(unknownUUID))
    return UnknownValue(form, member: name)
  }

  private var unknownUUID: String {
    NameBasedUUID("accord:postman/unknown/\(operation.operationID)").text
  }

  private func identifier(like filled: FilledParameter, _ service: Service) -> String? {
    switch service.shapes.resolve(filled.parameter.shape) {
    case .integer(let rules):
      // Of few values, any may be there.
      guard rules.greatest ?? Int.max >= Int(Int32.max) else { return nil }
      let greatest = rules.greatest ?? Int(Int32.max)
      return "\(greatest - greatest % (rules.multipleOf ?? 1))"
    case .string(let rules):
      let isShaped = rules.format == .uuid || filled.example.plainText.isUUID
      let isFree = rules.pattern == nil && rules.format == nil && rules.maxLength ?? 36 >= 36
      return isShaped || isFree && rules.minLength <= 36 ? unknownUUID : nil
    case .number, .boolean, .array, .dictionary, .any, .declared, .nullable: return nil
    }
  }
}

extension Content {
  /// A media type that is none of these.
  static func mediaType(unlike types: [String]) -> String {
    ["image/png", "audio/mpeg"].first { !types.contains($0) } ?? "video/mp4"
  }
}

extension String {
  /// Whether it is five groups of hexadecimal digits, as a UUID is written.
  var isUUID: Bool {
    let groups = split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }
}
