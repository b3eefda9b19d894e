import AccordRuntime
import Foundation
import HTTPTypes
import Testing

// The module shadows String, Int, Error and their like: only what is named here comes in.
import enum TortureAPI.serviceOperation
import enum TortureAPI.Client
import enum TortureAPI.Default
import enum TortureAPI.DeleteIt
import enum TortureAPI.EitherOperation
import enum TortureAPI.Init
import enum TortureAPI.Refuse
import enum TortureAPI.Respond
import enum TortureAPI.RulesOperation
import enum TortureAPI.SelfOperation
import enum TortureAPI.ShapesOperation
import struct TortureAPI.Problem
import struct TortureAPI.TortureClient
import struct TortureAPI.TortureServer
import protocol TortureAPI.TortureService
import enum TortureAPI.UnionsOperation

/// Answers what it is sent.
struct Echo: TortureService {
  func _init(_ input: Init.Input) async throws -> Init.Output {
    var body = input.body
    body.class = input.class
    body.in = input.in.rawValue
    body._Self = input._Self
    let list = (input.request ?? []).joined(separator: ",")
    return .ok(body, xDefault: "\(input._self) \(list) \(input._body.map(String.init) ?? "-")")
  }

  func `default`(_ input: Default.Input) async throws -> Default.Output { .ok(input.body) }

  func shapes(_ input: ShapesOperation.Input) async throws -> ShapesOperation.Output {
    .ok(input.body)
  }

  func rules(_ input: RulesOperation.Input) async throws -> RulesOperation.Output {
    .ok(input.body)
  }

  func service(_ input: serviceOperation.Input) async throws -> serviceOperation.Output {
    .ok(input.body)
  }

  func respond(_ input: Respond.Input) async throws -> Respond.Output { .ok(input.body) }

  func client(_ input: Client.Input) async throws -> Client.Output { .ok(input.body) }

  func _self(_ input: SelfOperation.Input) async throws -> SelfOperation.Output { .ok(input.body) }

  func unions(_ input: UnionsOperation.Input) async throws -> UnionsOperation.Output {
    .ok(input.body)
  }

  func either(_ input: EitherOperation.Input) async throws -> EitherOperation.Output {
    .ok(input.body)
  }

  func deleteIt() async throws -> DeleteIt.Output { .noContent }

  func refuse() async throws -> Refuse.Output { .badRequest(Problem(status: 400)) }
}

enum Torture {
  static let client = TortureClient(
    baseURL: "http://torture.test/", transport: InProcessTransport(TortureServer(Echo())))

  /// Posts a text as it stands.
  static func post(
    _ text: String, to path: String, as type: String = "application/json", accept: String? = nil
  ) async -> ServerResponse {
    await send(.post, text, to: path, as: type, accept: accept)
  }

  static func put(
    _ text: String, to path: String, as type: String = "application/json"
  ) async -> ServerResponse {
    await send(.put, text, to: path, as: type, accept: nil)
  }

  /// Sends it to a relay too, which has to answer the same.
  private static func send(
    _ method: HTTPRequest.Method, _ text: String, to path: String, as type: String, accept: String?
  ) async -> ServerResponse {
    var fields: HTTPFields = [.contentType: type]
    fields[.accept] = accept
    let request = ServerRequest(
      method: method, target: path, headerFields: fields, body: Array(text.utf8))
    let answer = await TortureServer(Echo()).respond(to: request)
    let relayed = await TortureServer(TortureRelay(ownClient: client)).respond(to: request)
    #expect(relayed.status == answer.status && relayed.headerFields == answer.headerFields)
    #expect(relayed.text == answer.text)
    return answer
  }
}

extension ServerResponse {
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The body by Foundation's reader rather than ours.
  var object: NSDictionary {
    get throws { try #require(JSONSerialization.jsonObject(with: Data(body)) as? NSDictionary) }
  }

  /// Where the violations of a refusal are, in their order.
  var pointers: [String] {
    get throws {
      let list = try object["violations"] as? [[String: Any]] ?? []
      return list.compactMap { $0["pointer"] as? String }
    }
  }
}

enum Contract {
  /// The properties of `Keywords`, as the contract lists them.
  static var keywords: [String] {
    get throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/TortureAPI/openapi.yaml")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      let start = try #require(lines.firstIndex(of: "    Keywords:"))
      return lines[(start + 1)...].prefix { !$0.hasPrefix("    Members:") }
        .compactMap { $0.firstMatch(of: /^ {8}'(.+)': \{/).map { String($0.1) } }
    }
  }
}
