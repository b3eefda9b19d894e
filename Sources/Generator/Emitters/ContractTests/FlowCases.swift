import AccordModel

/// Cases of several operations: what one writes, others must show.
struct FlowCases {
  let service: Service

  var cases: [TestCase] { [] }
}
