import AccordModel
import AccordRuntime
import Testing

@testable import AccordEmitters
import enum DatastoreAPI.UpdateRequest
import enum DatastoreAPI.WriteRequest
import enum TortureAPI.Chained
import enum TortureAPI.Either
import enum TortureAPI.Mixed
import struct TortureAPI.Rules
import struct TortureAPI.Shapes
import enum UserAPI.NewUser
import enum UserAPI.UserUpdate

/// What generated code says of probes: that the accepted ones are valid, and where the refused ones
/// are not.
@Suite("Probes before generated code") struct ProbeDecodingTests {
  struct Decoder: Sendable, CustomTestStringConvertible {
    let contract: String
    let type: String
    /// Of each violation the keyword and the JSON pointer.
    let violations: @Sendable ([UInt8]) -> [String]

    init<T: JSONDecodable>(_ contract: String, _ type: String, _: T.Type) {
      self.contract = contract
      self.type = type
      violations = { bytes in
        switch JSONReader.decode(T.self, from: bytes) {
        case .value: []
        case .invalid(let violations): violations.map { "\($0.keyword) \($0.pointer)" }
        case .malformed(let fault): ["malformed: \(fault)"]
        }
      }
    }

    var testDescription: String { type }
  }

  private static let torture = "Tests/Fixtures/TortureAPI/openapi.yaml"

  static let decoders = [
    Decoder("spec/user.yaml", "NewUser", NewUser.self),
    Decoder("spec/user.yaml", "UserUpdate", UserUpdate.self),
    Decoder("spec/datastore.yaml", "WriteRequest", WriteRequest.self),
    Decoder("spec/datastore.yaml", "UpdateRequest", UpdateRequest.self),
    Decoder(torture, "Rules", TortureAPI.Rules.self),
    Decoder(torture, "Shapes", TortureAPI.Shapes.self),
    Decoder(torture, "Either", Either.self),
    Decoder(torture, "Mixed", Mixed.self),
    Decoder(torture, "Chained", Chained.self),
  ]

  @Test("accepted and refused as said, and at the place that is named", arguments: decoders)
  func decoded(decoder: Decoder) throws {
    let contract = try Contract.reading(decoder.contract)
    let type = contract.types.first { $0.name.path.map(\.text) == [decoder.type] }
    let shape = Shape.declared(try #require(type).name)
    let shapes = AccordEmitters.Shapes(contract)
    let probes = ConstraintProbes(shapes).probes(
      of: shape, at: somewhere, in: ExampleValue(shapes).value(of: shape))
    try #require(probes.count > 20)
    for probe in probes {
      let found = decoder.violations(Array(probe.value.jsonText.utf8))
      let what = "\(probe.rule) \(probe.id) \(probe.value.jsonText.prefix(300)): \(found)"
      if probe.isAccepted {
        #expect(found == [], "\(what)")
      } else {
        #expect(found.contains { Self.names($0, probe) }, "\(probe.pointer) \(what)")
      }
    }
  }

  /// Whether a violation is what was probed. A union says that it cannot tell its alternatives where
  /// the change hid which it is, and of what fits none, what the nearest lacks.
  private static func names(_ violation: String, _ probe: Probe) -> Bool {
    let keywords =
      switch probe.rule {
      case "const": ["enum"]
      case "oneOf": ["oneOf", "enum", "required", "additionalProperties", "minProperties"]
      default: [probe.rule, "oneOf"]
      }
    return keywords.contains { violation == "\($0) \(text(probe.pointer))" }
  }

  private static func text(_ pointer: [String]) -> String {
    pointer.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
  }
}
