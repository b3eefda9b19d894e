import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Tables") struct TableTests {
  @Test("a type has its table, and the contract a list of tables")
  func swift() {
    var test = contract([structure("User", []), structure("Visit", [])])
    test.tables = [user, visit]
    let code = emitter(test).declarations.map(\.code)
    #expect(
      code.paragraphs.text == """
        extension User {
          /// The table that holds objects of this type.
          public static let table = TableSchema("users", key: "id", attributes: [.init("na\\"me", .string)])
        }

        extension Visit {
          /// The table that holds objects of this type.
          public static let table = TableSchema(
            "log-ins.2", key: "id",
            attributes: [
              .init("weight", .number),
              .init("is_first", .boolean),
              .init("count", .integer),
              .init("until", .integer),
            ],
            expiry: "until")
        }

        /// The tables of spec/test.yaml.
        public enum TestTables {
          /// In the order of the contract.
          public static let all: [TableSchema] = [User.table, Visit.table]
        }
        """)
  }

  @Test("no comma stands behind a lone element, however long")
  func lone() {
    let name = String(repeating: "long", count: 20)
    var test = contract([structure("Name", [])])
    let type = TypeName(Identifier("Name"))
    let attributes = ["id", name].map { TableAttribute(name: $0, kind: .string) }
    test.tables = [
      Table(name: "n", sign: "n", type: type, key: "id", attributes: attributes, place: somewhere)
    ]
    let code = emitter(test).declarations.map(\.code).paragraphs.text
    #expect(code.contains("[\n      .init(\"\(name)\", .string)\n    ])"))
    #expect(code.contains("= [Name.table]\n"))
  }

  @Test("a contract without tables has no code for them")
  func none() {
    let test = contract([structure("User", [])])
    #expect(emitter(test).declarations.isEmpty)
  }

  @Test("a template names resources by letters and digits, and expiry where there is one")
  func template() throws {
    var test = contract([structure("User", []), structure("Visit", [])])
    test.tables = [user, visit]
    let template = try CloudFormationEmitter([test]).template
    #expect(template.contains("\n    \"LogIns2Table\": {\n"))
    #expect(template.contains("\"Fn::Sub\": \"log-ins.2-${Suffix}\""))
    #expect(template.ranges(of: "TimeToLiveSpecification").count == 1)
    #expect(try CloudFormationEmitter([test]).template == template)
  }

  private func emitter(_ contract: Contract) -> TablesEmitter {
    TablesEmitter(
      contract: contract, spelling: Spelling(contract), names: ServiceNames(contract))
  }

  private let user = Table(
    name: "users", sign: "users", type: TypeName(Identifier("User")), key: "id",
    attributes: [
      TableAttribute(name: "na\"me", kind: .string),
      TableAttribute(name: "id", kind: .string),
    ], place: somewhere)

  private let visit = Table(
    name: "log-ins.2", sign: "logins2", type: TypeName(Identifier("Visit")), key: "id",
    attributes: [
      TableAttribute(name: "id", kind: .string),
      TableAttribute(name: "weight", kind: .number),
      TableAttribute(name: "is_first", kind: .boolean),
      TableAttribute(name: "count", kind: .integer),
      TableAttribute(name: "until", kind: .integer),
    ], expiry: "until", place: Place(file: "spec/test.yaml", line: 9, column: 7))
}
