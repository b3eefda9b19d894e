import AccordModel

/// The collection: a folder for each tag, the scenario, the negative cases.
struct CollectionValue {
  let service: Service

  private var contract: Contract { service.contract }

  var value: Value {
    let collection: Value = ["info": info, "item": .array(folders)]
    return collection.adding("auth", authentication).adding("variable", .array(variables))
  }

  private var info: Value {
    [
      "_postman_id": .string(id("collection")),
      "name": .string(contract.title),
      "description": .string(description),
      "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    ]
  }

  private var description: String {
    let documentation = contract.documentation
    return [documentation.summary, documentation.description, usage]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var usage: String {
    """
    ### This collection

    Choose an environment that came with it, and fill in what is empty there and not issued by a \
    service: passwords, say. Then send any request, or run the whole. A request first gets what it \
    needs and no earlier one has kept, such as an identifier or a token; what is kept stands in \
    the collection's variables, and tokens in the environment. What turns out to be out of date \
    is forgotten, so that the next try gets it anew. \(tokenUsage)

    First comes a scenario, which starts from nothing and uses every operation in an order that \
    makes sense; then the folders of the contract, and requests that break one rule each. Only a \
    request that ends in "it is gone" cannot be sent by itself: it checks on the deletion before \
    it. Made from \(contract.source) by Accord; changes belong there.
    """
  }

  private var tokenUsage: String {
    service.chains.credentials.tokens.map { token in
      let name = token.variable.name
      if let issuer = service.issuers[name] {
        return
          "`\(name)` comes from \(issuer.contract.title), which is asked at `{{\(issuer.baseURL)}}`."
      }
      return token.variable.value == nil
        ? "No operation here issues `\(name)`: put one into the environment."
        : "`\(name)` is kept when one logs in."
    }.joined(separator: " ")
  }

  private var authentication: Value {
    service.chains.credentials.tokens.first.map {
      RequestForm.bearer($0.variable.reference)
    } ?? RequestForm.noAuthentication
  }

  /// Where the first server is, for who chooses no environment; what requests fill, empty, so that
  /// people see what there is; and what they may put in themselves. Credentials are not among them.
  private var variables: [Value] {
    let filled = service.provided.filter { $0.scope == .collection }.map { ($0.name, "") }
    return (Environments(service: service).addresses(0) + filled).map { name, value in
      ["key": .string(name), "value": .string(value), "type": "string"]
    } + OpenParameters(service).variables
  }

  private func id(_ key: String) -> String {
    NameBasedUUID("accord:postman/\(contract.name.text)/\(key)").text
  }
}

extension CollectionValue {
  private var folders: [Value] {
    let scenario = Scenario(service: service).folder
    let negative = NegativeCases(service: service).folder
    return [folder(Self.scenario, "scenario", scenario, Self.scenarioUsage)].compactMap { $0 }
      + tagFolders
      + [folder(Self.negative, "negative", negative, Self.negativeUsage)].compactMap { $0 }
  }

  private static let (scenario, others, negative) = (
    "Scenario", "Other operations", "Negative cases"
  )

  private static let scenarioUsage = """
    Every operation, in an order in which each finds what it needs. Run it as a whole: it starts \
    afresh, deletes what it made and ends with the login. It comes first so that a run of the \
    collection forgets what an earlier one kept.
    """
  private static let negativeUsage = """
    Requests that break one rule each. The tests expect the response that the contract has for it.
    """

  /// An operation with several tags is in the folder of each.
  private var tagFolders: [Value] {
    let names = contract.allTagGroups.compactMap(\.name)
    return contract.allTagGroups.compactMap { group in
      folder(
        group.name.map { Self.folderName(of: $0, among: names) } ?? Self.others,
        group.name.map { "tag/\($0)" } ?? "untagged",
        group.operations.map { item($0, under: group.name) }, group.documentation.description)
    }
  }

  /// A tag may be called like a folder that is there anyway.
  private static func folderName(of tag: String, among tags: [String]) -> String {
    var name = tag
    while [scenario, others, negative].contains(name) || name != tag && tags.contains(name) {
      name += " (tag)"
    }
    return name
  }

  private func item(_ operation: Operation, under tag: String?) -> RequestItem {
    let further = tag == operation.tags.first ? nil : tag
    var item = RequestItem(
      operation, of: service, in: further.map { "tagged/\($0.percentEncoded)" } ?? "operation")
    item.examples = operation.responses
    item.refusals = NegativeCases(service: service).refusals(of: operation)
    item.malformed =
      NegativeCases(service: service)
      .malformedBody(RequestForm(operation, of: service))?.form
    return item
  }

  /// Nil if it would be empty.
  private func folder(
    _ name: String, _ key: String, _ items: [RequestItem], _ description: String
  ) -> Value? {
    guard !items.isEmpty else { return nil }
    let folder: Value = ["id": .string(id(key)), "name": .string(name)]
    return folder.adding("description", text: description)
      .adding("item", .array(items.map(\.value)))
  }
}
