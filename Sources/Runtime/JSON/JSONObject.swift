/// The members of a JSON object in their order, each name once.
public struct JSONObject: Sendable {
  public struct Member: Sendable, Hashable {
    public let name: String
    public let value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  public private(set) var members: [Member]

  /// In the order given; of a repeated name the last value counts, in the first one's place.
  public init(_ members: [(String, JSONValue)] = []) {
    self.members = []
    for (name, value) in members { self[name] = value }
  }

  init(distinct members: [Member]) {
    self.members = members
  }

  /// The value of a member; setting nil removes it. Searches from the first member on.
  public subscript(name: String) -> JSONValue? {
    get { index(of: name).map { members[$0].value } }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let value?): members[index] = Member(name, value)
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name, value))
      case (nil, nil): break
      }
    }
  }

  private func index(of name: String) -> Int? {
    members.firstIndex { ExactText($0.name) == ExactText(name) }
  }
}

extension JSONObject: Hashable {
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.members.count == right.members.count else { return false }
    // Names first: a value compared twice at each level would cost 2 to the power of the depth.
    if left.members.elementsEqual(right.members, by: hasSameName) {
      return zip(left.members, right.members).allSatisfy { $0.value == $1.value }
    }
    var values: [ExactText: JSONValue] = [:]
    for member in left.members { values[ExactText(member.name)] = member.value }
    return right.members.allSatisfy { values[ExactText($0.name)] == $0.value }
  }

  private static func hasSameName(_ left: Member, _ right: Member) -> Bool {
    ExactText(left.name) == ExactText(right.name)
  }

  /// The sum of the members' hashes, so that their order does not matter.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for member in members {
      var own = hasher
      own.combine(ExactText(member.name))
      own.combine(member.value)
      sum &+= own.finalize()
    }
    hasher.combine(sum)
  }
}

extension JSONObject: JSONCodable {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> JSONObject? {
    guard let members = try json.freeObject() else { return nil }
    return members
  }

  public func encode(to json: inout JSONWriter) {
    json.beginObject()
    for member in members {
      json.write(key: member.name)
      member.value.encode(to: &json)
    }
    json.endObject()
  }
}
