import AccordRuntime
import Foundation
import PetstoreAPI

/// The Petstore service, in memory.
actor Pets: PetstoreService {
  private let staffToken: String
  private var pets: [Pet] = []

  init(staffToken: String) {
    self.staffToken = staffToken
  }

  func authenticate(_ credential: PetstoreCredential, for operation: PetstoreOperation) throws {
    guard case .staff(let token) = credential, token == staffToken else {
      throw AuthenticationError.unauthenticated()
    }
  }

  func addPet(_ input: AddPet.Input, as principal: Void) -> AddPet.Output {
    let id = UUID().uuidString.lowercased()
    let pet = Pet(id: id, name: input.body.name, tag: input.body.tag)
    pets.append(pet)
    return .created(pet, location: "/pets/\(id)")
  }

  func listPets(_ input: ListPets.Input) -> ListPets.Output {
    .ok(Array(pets.prefix(input.limit)))
  }

  func getPet(_ input: GetPet.Input) -> GetPet.Output {
    guard let pet = pets.first(where: { $0.id == input.id }) else {
      return .notFound(.noPet(input.id))
    }
    return .ok(pet)
  }

  func deletePet(_ input: DeletePet.Input, as principal: Void) -> DeletePet.Output {
    guard let index = pets.firstIndex(where: { $0.id == input.id }) else {
      return .notFound(.noPet(input.id))
    }
    pets.remove(at: index)
    return .noContent
  }
}

extension Problem {
  static func noPet(_ id: String) -> Problem {
    Problem(title: "Not Found", status: 404, detail: "There is no pet \(id).")
  }
}
