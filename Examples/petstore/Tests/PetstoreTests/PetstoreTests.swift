import AccordClient
import AccordRuntime
import AccordServer
import PetstoreAPI
import Testing

@testable import petstore

@Suite("Petstore over HTTP") struct PetstoreTests {
  private let staff = PetstoreCredential.staff(token: "t")

  @Test("a pet is added, got, listed and deleted")
  func life() async throws {
    try await withStore { store in
      let rex = try await store.addPet(.init(body: NewPet(name: "Rex")), as: staff).created
      #expect(try await store.getPet(.init(id: rex.id)).ok.name == "Rex")
      #expect(try await store.listPets(.init(limit: 5)).ok.map(\.id) == [rex.id])

      let answer = try await store.deletePet(.init(id: rex.id), as: staff)
      guard case .noContent = answer else { throw UnexpectedResponse(expected: "204", answer) }
      #expect(try await store.listPets(.init()).ok.isEmpty)
    }
  }

  @Test("a pet that is not there is told by its id")
  func absentPet() async throws {
    try await withStore { store in
      let id = "6d1f9e0c-5d5c-4b9e-9b9f-0d6a1c2e3f40"
      let answer = try await store.getPet(.init(id: id))
      guard case .notFound(let problem) = answer else {
        throw UnexpectedResponse(expected: "404", answer)
      }
      #expect(problem.detail == "There is no pet \(id).")
    }
  }

  @Test("nobody but the staff adds a pet, and none without a name")
  func refusals() async throws {
    try await withStore { store in
      let stranger = PetstoreCredential.staff(token: "no")
      let rex = AddPet.Input(body: NewPet(name: "Rex"))
      #expect(try await store.addPet(rex, as: stranger).status == 401)
      let nobody = AddPet.Input(body: NewPet(name: ""))
      #expect(try await store.addPet(nobody, as: staff).status == 400)
      let pets = try await store.listPets(.init()).ok
      #expect(pets.isEmpty)
    }
  }

  /// Serves an empty store on a free port while `body` runs.
  private func withStore(_ body: (PetstoreClient) async throws -> Void) async throws {
    try await PetstoreServer(Pets(staffToken: "t")).serve { baseURL in
      try await body(PetstoreClient(baseURL: baseURL, transport: CurlTransport()))
    }
  }
}
