import AccordModel

/// What is answered while something fails that the service stands on.
struct OutageCases: CaseFamily {
  let subject: Subject

  var cases: [TestCase] {
    let failing = operation.response(500) == nil ? 503 : 500
    return [outage(503, .unavailable), outage(failing, .failing)].compactMap { $0 }
  }

  private func outage(_ status: Int, _ condition: TestCase.Condition) -> TestCase? {
    let words =
      switch condition {
      case .unavailable: "while what it depends on is not there"
      case .failing: "while what it depends on fails"
      }
    var outage = refusal(
      .outage, "outage/\(condition.rawValue)", "\(status) \(words)", rule: "responses",
      at: operation.response(status)?.place, subject.form, status: status)
    outage?.condition = condition
    return outage
  }
}
