import AccordModel

/// All operations in an order in which each finds what it needs: those that need nothing first, then
/// those that need what these answer; what deletes goes last, and after it what ends the login.
struct Scenario {
  let service: Service

  var folder: [RequestItem] {
    var items = order.flatMap { self.items(of: $0) }
    if !items.isEmpty { items[0].preparation = preparation }
    return items
  }

  /// Values of an earlier run are forgotten, for the services may have been started anew since. A
  /// token that people put into the environment stays.
  private var preparation: String {
    let provided = service.provided
    guard !provided.isEmpty else { return "" }
    return (["// A new scenario: nothing is kept from before."] + provided.map(\.clearing))
      .joined(separator: "\n")
  }

  private var order: [Operation] {
    let (using, ending) = split
    let isRevoking = { (operation: Operation) in
      operation.method != .delete || service.chains.logsOff(operation)
    }
    return sorted(using) + ending.filter { !isRevoking($0) }.reversed() + ending.filter(isRevoking)
  }

  private var split: (using: [Operation], ending: [Operation]) {
    let isEnding = { (operation: Operation) in
      operation.method == .delete || !service.chains.ended(by: operation).isEmpty
    }
    let operations = service.contract.operations
    return (operations.filter { !isEnding($0) }, operations.filter(isEnding))
  }

  /// Of the operations that wait for none of the others, again and again the contract's first.
  private func sorted(_ operations: [Operation]) -> [Operation] {
    var (waiting, done) = (operations, [Operation]())
    while !waiting.isEmpty {
      let open = Set(waiting.map(\.operationID))
      let next = waiting.firstIndex { operation in
        service.chains.needs(of: operation)
          .allSatisfy { !open.contains($0.value?.operationID ?? "") }
      }
      done.append(waiting.remove(at: next ?? 0))
    }
    return done
  }

  /// After a deletion, whoever reads what is deleted is told that it is not there.
  private func items(of operation: Operation) -> [RequestItem] {
    let item = RequestItem(operation, of: service, in: "scenario")
    guard operation.method == .delete, let reader = reader(of: operation),
      let absent = reader.response(404)
    else { return [item] }
    var deletion = item
    deletion.ended = []
    var check = RequestItem(
      RequestForm(reader, of: service), of: service,
      key: "scenario/\(operation.operationID)/\(reader.operationID)",
      name: "\(reader.title): it is gone", expecting: absent)
    check.ended = item.ended
    return [deletion, check]
  }

  /// Who reads what the operation deletes: at the same path, with the same values.
  private func reader(of deletion: Operation) -> Operation? {
    let used = service.chains.used(by: deletion)
    guard !used.isEmpty else { return nil }
    return service.contract.operations.first { operation in
      operation.method == .get && operation.path == deletion.path
        && service.chains.used(by: operation).isSuperset(of: used)
        && operation.response(404) != nil
    }
  }
}
