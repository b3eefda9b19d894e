import Foundation
import Testing

@testable import AccordEmitters

/// Contracts of real companies and of other generators' tests, when they stand beside the project.
@Suite("Contract tests of the corpus") struct PlanCorpusTests {
  @Test(
    "each contract that is accepted has a plan, whose cases have names of their own",
    .timeLimit(.minutes(5)))
  func everyContract() throws {
    var (planned, cases) = (0, 0)
    for (file, contract) in corpusContracts() {
      let plan = Plan(service: Service(contract, beside: []))
      let ids = (plan.value["cases"]?.items ?? []).compactMap { $0["id"]?.text }
      #expect(Set(ids).count == ids.count, "\(file.lastPathComponent)")
      planned += 1
      cases += ids.count
    }
    print("corpus: \(planned) plans with \(cases) cases")
  }
}
