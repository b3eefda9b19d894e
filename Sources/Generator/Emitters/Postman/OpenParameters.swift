import AccordModel

/// Parameters of paths that stand in variables of the collection, though no response fills them: parts
/// of segments, for which Postman has no place of their own, and identifiers that only people know.
struct OpenParameters {
  private let service: Service
  private var places: [(place: Place, parameter: Parameter)] = []
  private var names = VariableNames<Place>([], taken: []) { _ in [] }

  init(_ service: Service) {
    self.service = service
    for operation in service.contract.operations {
      for parameter in operation.parameters where isOpen(parameter, in: operation) {
        let place = Place(of: parameter, in: operation)
        guard !places.contains(where: { $0.place == place }) else { continue }
        places.append((place, parameter))
      }
    }
    let taken = service.chains.variables.map(\.name) + service.chains.credentials.variableNames
    names = VariableNames(places.map(\.place), taken: Set(taken + [service.baseURL])) { place in
      place.names.map { service.prefix + $0 }
    }
  }

  /// The collection's variables; empty where people are to put in what is there.
  var variables: [Value] {
    places.map { place, parameter in
      let value = isToSet(parameter) ? "" : text(of: parameter)
      let variable: Value = [
        "key": .string(names[place]), "value": .string(value), "type": "string",
      ]
      return variable.adding("description", text: description(of: parameter, at: place))
    }
  }

  /// The request with variables in place of values.
  func opened(_ form: RequestForm) -> RequestForm {
    var form = form
    for (index, filled) in form.parameters.enumerated() where filled.parameter.location == .path {
      let place = Place(of: filled.parameter, in: form.operation)
      let own = "{{\(names[place])}}"
      let isOpen = !names[place].isEmpty && (!filled.isFilled || filled.texts == [own])
      if isOpen { form.parameters[index].texts = [own] }
      let reference = form.parameters[index].texts[0]
      var notes: [String] = []
      if place.isPart, form.parameters[index].isFilled {
        notes.append("A part of a segment, it is in the variable `\(reference)`.")
      }
      if isOpen, isToSet(filled.parameter) {
        notes.append("No answer has it: put one that is there into the variable `\(reference)`.")
      }
      form.parameters[index].note = notes.joined(separator: " ")
    }
    return form
  }

  private func description(of parameter: Parameter, at place: Place) -> String {
    let start = "`\(place.name)` of `\(place.path)`"
    let end = isToSet(parameter) ? ". No answer has it: put in one that is there." : "."
    let documentation = parameter.documentation
    return [start + end, documentation.summary, documentation.description]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func text(of parameter: Parameter) -> String {
    ExampleValue(service.shapes).value(of: parameter).texts(in: .path)[0]
  }

  private func isOpen(_ parameter: Parameter, in operation: Operation) -> Bool {
    guard parameter.location == .path,
      service.chains.filling(of: parameter, in: operation) == nil
    else { return false }
    let isChosen = service.contract.operations.contains {
      $0.path == operation.path && $0.method == .put && $0.response(201) != nil
    }
    return Place(of: parameter, in: operation).isPart || isToSet(parameter) && !isChosen
  }

  /// Whether it names something that is there or not, and the contract shows none.
  private func isToSet(_ parameter: Parameter) -> Bool {
    guard ExampleValue(service.shapes).isMadeUp(parameter) else { return false }
    if case .string(let rules) = service.shapes.resolve(parameter.shape), rules.format == .uuid {
      return true
    }
    return parameter.wireName.bareName.hasSuffix("id")
  }
}

/// Operations at one path share it, and those at paths below it too.
private struct Place: Hashable {
  let name: String
  /// The path's up to the one with the parameter; never empty.
  let segments: [PathTemplate.Segment]

  init(of parameter: Parameter, in operation: Operation) {
    name = parameter.wireName
    let segments = operation.path.segments
    let end = segments.firstIndex { $0.parameterNames.contains(parameter.wireName) }
    self.segments = Array(segments.prefix(end.map { $0 + 1 } ?? segments.count))
  }

  var isPart: Bool {
    if case .mixed? = segments.last { true } else { false }
  }

  var path: String { "/" + segments.map(\.text).joined(separator: "/") }

  /// The nicest first; the last is unlike that of any other place.
  var names: [String] {
    let literals = segments.dropLast().compactMap { segment in
      if case .literal(let text) = segment { text } else { String?.none }
    }
    let whole = (literals + [name]).joined(separator: "_")
    let digest = NameBasedUUID("accord:open/\(path)/\(name)").text.prefix(8)
    return
      ((name.words.count > 1 ? [name] : [])
      + [(literals.suffix(1) + [name]).joined(separator: "_"), whole, "\(whole)_\(digest)"])
      .map(\.variableName)
  }
}

extension PathTemplate.Segment {
  /// As the contract has it.
  fileprivate var text: String {
    switch self {
    case .literal(let text): text
    case .parameter(let name): "{\(name)}"
    case .mixed(let pieces):
      pieces.map { piece in
        switch piece {
        case .literal(let text): text
        case .parameter(let name): "{\(name)}"
        }
      }.joined()
    }
  }
}
