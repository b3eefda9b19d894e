import AccordRuntime
public import DatastoreAPI
public import Store

/// The Datastore service over a table store.
public struct DatastoreHandlers: DatastoreService {
  let store: any TableStore
  private let loader: LoaderAccount

  public init(store: any TableStore, loader: LoaderAccount) {
    self.store = store
    self.loader = loader
  }

  public func authenticate(
    _ credential: DatastoreCredential, for operation: DatastoreOperation
  ) async throws -> Loader {
    try loader.admit(credential)
  }

  public func readObject(_ input: ReadObject.Input) async throws -> ReadObject.Output {
    let item = try await answering { () throws(StoreError) in
      try await store.read(input.objkey, from: input.objtype.table)
    }
    return .ok(ReadResult(item.map { [DatastoreAPI.Item($0)] } ?? []))
  }

  public func listObjects(_ input: ListObjects.Input) async throws -> ListObjects.Output {
    do throws(StoreError) {
      let page = try await store.list(
        input.objtype.table, after: input.cursor.map(PageCursor.init), limit: Int(input.limit))
      return .ok(ListResult(page))
    } catch .invalid {
      return .notFound(.invalidCursor)
    } catch {
      throw unavailable(error)
    }
  }

  public func writeObject(_ input: WriteObject.Input) async throws -> WriteObject.Output {
    let object = StoredObject(input.body)
    do throws(StoreError) {
      try await store.create(object.item, key: object.key, in: object.type.table)
      return .created(object.result, location: object.location)
    } catch .alreadyExists {
      return .conflict(.taken(object.key))
    } catch {
      throw unavailable(error)
    }
  }

  public func loadObject(
    _ input: LoadObject.Input, as principal: Loader
  ) async throws -> LoadObject.Output {
    let object = StoredObject(input.body)
    try await answering { () throws(StoreError) in
      try await store.put(object.item, key: object.key, in: object.type.table)
    }
    return .created(object.result, location: object.location)
  }

  public func updateObject(_ input: UpdateObject.Input) async throws -> UpdateObject.Output {
    let changes = StoredAttributes(input.body)
    guard changes.type == input.objtype else {
      return .conflict(.strangers(changes.item, to: input.objtype))
    }
    do throws(StoreError) {
      try await store.update(input.objkey, in: input.objtype.table, setting: changes.item)
      return .ok(.changed)
    } catch .notFound {
      return .notFound(.absent(input.objkey))
    } catch {
      throw unavailable(error)
    }
  }

  public func deleteObject(_ input: DeleteObject.Input) async throws -> DeleteObject.Output {
    let wasThere = try await answering { () throws(StoreError) in
      try await store.delete(input.objkey, from: input.objtype.table)
    }
    return wasThere ? .ok(.changed) : .notFound(.absent(input.objkey))
  }
}
