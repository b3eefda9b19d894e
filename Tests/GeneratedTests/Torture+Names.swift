import enum TortureAPI.AllCases
import enum TortureAPI.Hash
import enum TortureAPI.HashValue
import enum TortureAPI.InputOperation
import enum TortureAPI.KeepOperation
import enum TortureAPI.OutputOperation
import enum TortureAPI.PostItOperation
import enum TortureAPI.RawValue
import enum TortureAPI.ResponseOperation
import enum TortureAPI.Routes
import enum TortureAPI.SearchOperation
import enum TortureAPI.TypeOperation
import enum TortureAPI.PingOperation
import enum TortureAPI.serveOperation
import enum TortureAPI.pingOperation
import enum TortureAPI.役Operation

/// The operations that do no more than have their names.
extension Echo {
  func routes(_ input: Routes.Input) async throws -> Routes.Output { .noContent }

  func _rawValue(_ input: RawValue.Input) async throws -> RawValue.Output { .noContent }

  func _allCases(_ input: AllCases.Input) async throws -> AllCases.Output { .noContent }

  func _hashValue(_ input: HashValue.Input) async throws -> HashValue.Output { .noContent }

  func type(_ input: TypeOperation.Input) async throws -> TypeOperation.Output { .noContent }

  func hash(_ input: Hash.Input) async throws -> Hash.Output { .noContent }

  func PostIt(_ input: PostItOperation.Input) async throws -> PostItOperation.Output { .noContent }

  func Service(_ input: serveOperation.Input) async throws -> serveOperation.Output { .noContent }

  func Ping(_ input: PingOperation.Input) async throws -> PingOperation.Output { .noContent }

  func ping(_ input: pingOperation.Input) async throws -> pingOperation.Output { .noContent }

  func 役(_ input: 役Operation.Input) async throws -> 役Operation.Output { .noContent }

  func search(_ input: SearchOperation.Input) async throws -> SearchOperation.Output {
    input.Search == SearchOperation.Search.none ? .noContent : .accepted
  }

  func keep(_ input: KeepOperation.Input) async throws -> KeepOperation.Output {
    input.body.Keep == KeepOperation.Body.BodyKeep.none ? .noContent : .accepted
  }

  func input(_ input: InputOperation.Input) async throws -> InputOperation.Output {
    input.order == .up ? .accepted : .noContent
  }

  func output(_ input: OutputOperation.Input) async throws -> OutputOperation.Output {
    input.body.any == .all ? .accepted : .noContent
  }

  func response() async throws -> ResponseOperation.Output { .ok(.init(any: .init(any: "all"))) }
}
