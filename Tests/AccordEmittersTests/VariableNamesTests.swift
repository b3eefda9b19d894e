import Testing

@testable import AccordEmitters

@Suite("Names of variables") struct VariableNamesTests {
  private func names(_ values: [(String, [String])], taken: Set<String> = []) -> [String] {
    let values = values.map { ChainedValue(operationID: $0.0, origin: .body($0.1)) }
    let names = VariableNames(of: values, prefix: "", taken: taken)
    #expect(
      values.map { VariableNames(of: values.reversed(), prefix: "", taken: taken)[$0] }
        == values.map { names[$0] })
    return values.map { names[$0] }
  }

  @Test("a name of several words is its own, one word has the operation before it")
  func words() {
    #expect(names([("addPet", ["id"]), ("addUser", ["user_id"])]) == ["addPet_id", "user_id"])
  }

  @Test("names that collide all move on, whatever their order")
  func collisions() {
    #expect(
      names([("a", ["user_id"]), ("b", ["user_id"]), ("c", ["x", "pet_id"])])
        == ["a_user_id", "b_user_id", "pet_id"])
    #expect(names([("a", ["user_id"])], taken: ["user_id"]) == ["a_user_id"])
    #expect(
      names([("a", ["x", "id"]), ("a", ["y", "id"])]) == ["a_x_id", "a_y_id"])
  }

  @Test("names that only symbols tell apart differ all the same")
  func symbols() {
    let found = names([("a", ["+"]), ("a", ["-"])])
    #expect(Set(found).count == 2 && found.allSatisfy { $0.hasPrefix("a__") })
  }
}
