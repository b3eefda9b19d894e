import HTTPTypes
import Hummingbird

/// The Datastore service of spec/datastore.yaml, in JSON only.
struct DatastoreRoutes<Store: ObjectStore>: Sendable {
  typealias Context = BasicRequestContext

  let store: Store

  func add(to router: Router<Context>) {
    router.group("api/v1/datastore")
      .get("read", use: read)
      .post("write", use: write)
      .put("update", use: update)
      .delete("delete", use: delete)
  }

  private func read(_ request: Request, _ context: Context) async throws -> ReadResult {
    let (type, key) = try name(request)
    let item = try await store.read(type, key: key)
    return ReadResult(items: item.map { [$0] } ?? [])
  }

  private func write(
    _ request: Request, _ context: Context
  ) async throws -> EditedResponse<WriteResult> {
    let write = try await request.decode(as: WriteRequest.self, context: context)
    let type = write.objectType
    var item = write.attributes
    try item.validateNew(type)
    let key = item.sessionID ?? newIdentifier()
    item.setKey(key, of: type)
    guard try await store.insert(item, type, key: key) else { throw HTTPError(.conflict) }
    let location = "/api/v1/datastore/read?objtype=\(type.rawValue)&objkey=\(key)"
    return EditedResponse(
      status: .created, headers: [.location: location], response: WriteResult(key, of: type))
  }

  private func update(_ request: Request, _ context: Context) async throws -> Changed {
    let (type, key) = try name(request)
    let change = try await request.decode(as: Item.self, context: context)
    try change.validateChange(type)
    guard try await store.update(type, key: key, with: change) else { throw HTTPError(.notFound) }
    return Changed()
  }

  private func delete(_ request: Request, _ context: Context) async throws -> Changed {
    let (type, key) = try name(request)
    guard try await store.delete(type, key: key) else { throw HTTPError(.notFound) }
    return Changed()
  }

  private func name(_ request: Request) throws -> (ObjectType, String) {
    let parameters = request.uri.queryParameters
    let type = try parameters.require("objtype", as: ObjectType.self)
    let key = try parameters.require("objkey")
    try require(key.isIdentifier, "objkey")
    return (type, key)
  }
}
