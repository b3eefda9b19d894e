import AccordRuntime

// Written by hand in exactly the shape that generated code has.

struct User: Equatable {
  var userID: String
  var email: String
  var firstName: String
  var lastName: String
}

extension User: JSONCodable {
  static func decode(from json: inout JSONReader) throws(MalformedJSON) -> User? {
    guard try json.beginObject() else { return nil }
    var userID: String?
    var email: String?
    var firstName: String?
    var lastName: String?
    while let key = try json.nextKey() {
      switch key {
      case "user_id": try json.read(&userID)
      case "Email": try json.read(&email, StringRules(minLength: 3, maxLength: 254))
      case "Fname": try json.read(&firstName, StringRules(maxLength: 100))
      case "Lname": try json.read(&lastName, StringRules(maxLength: 100))
      default: try json.skipMember()
      }
    }
    guard let userID, let email, let firstName, let lastName else {
      json.require("user_id", userID != nil)
      json.require("Email", email != nil)
      json.require("Fname", firstName != nil)
      json.require("Lname", lastName != nil)
      return nil
    }
    return User(userID: userID, email: email, firstName: firstName, lastName: lastName)
  }

  func encode(to json: inout JSONWriter) {
    json.beginObject()
    json.write("user_id", userID)
    json.write("Email", email)
    json.write("Fname", firstName)
    json.write("Lname", lastName)
    json.endObject()
  }
}

enum Kind: String, StringEnumeration {
  case user, music
}

enum Level: Int, IntegerEnumeration {
  case low = 1
  case high = 2
}

struct Address: Equatable {
  var city: String
  var floor: Int32?
  var isHome: Bool?
}

extension Address: JSONCodable {
  static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Address? {
    guard try json.beginObject() else { return nil }
    var city: String?
    var floor: Int32?
    var isHome: Bool?
    while let key = try json.nextKey() {
      switch key {
      case "city": try json.read(&city, StringRules(minLength: 1))
      case "floor": try json.read(&floor)
      case "isHome": try json.read(&isHome)
      default: try json.refuseMember()
      }
    }
    guard let city else {
      json.require("city", city != nil)
      return nil
    }
    return Address(city: city, floor: floor, isHome: isHome)
  }

  func encode(to json: inout JSONWriter) {
    json.beginObject()
    json.write("city", city)
    json.write("floor", floor)
    json.write("isHome", isHome)
    json.endObject()
  }
}

/// Every kind of member there is.
struct Profile: Equatable {
  var email: String
  var nickname: Nullable<String>?
  var manager: String?
  var age: Int?
  var score: Double?
  var kind: Kind?
  var level: Level?
  var tags: [String]?
  var scores: Nullable<[Int?]>?
  var addresses: [Address]?
  var labels: [String: String]?
  var notes: JSONValue?
  var others: [String: Int] = [:]
}

extension Profile: JSONCodable {
  static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Profile? {
    guard try json.beginObject() else { return nil }
    var email: String?
    var nickname: Nullable<String>?
    var manager: Nullable<String>?
    var age: Int?
    var score: Double?
    var kind: Kind?
    var level: Level?
    var tags: [String]?
    var scores: Nullable<[Int?]>?
    var addresses: [Address]?
    var labels: [String: String]?
    var notes: JSONValue?
    var others: [String: Int] = [:]
    var members = 0
    while let key = try json.nextKey() {
      members += 1
      switch key {
      case "Email": try json.read(&email, StringRules(minLength: 3, maxLength: 254, format: .email))
      case "nickname": try json.read(&nickname, StringRules(maxLength: 5))
      case "manager": try json.read(&manager)
      case "age": try json.read(&age, IntegerRules(minimum: 0, maximum: 150))
      case "score": try json.read(&score, NumberRules(exclusiveMaximum: 10, multipleOf: 0.1))
      case "kind": try json.read(&kind)
      case "level": try json.read(&level)
      case "tags":
        try json.readArray(&tags, ArrayRules(maxItems: 3, uniqueItems: true)) {
          json throws(MalformedJSON) in
          try json.string(StringRules(minLength: 1))
        }
      case "scores":
        try json.readArray(&scores) { json throws(MalformedJSON) in
          try json.nullable { json throws(MalformedJSON) in try json.integer() }?.optional
        }
      case "addresses": try json.read(&addresses)
      case "labels":
        try json.readDictionary(&labels, ObjectRules(maxProperties: 2)) {
          json throws(MalformedJSON) in
          try json.string()
        }
      case "notes": try json.read(&notes)
      default:
        try json.readMember(into: &others, key) { json throws(MalformedJSON) in
          try json.integer()
        }
      }
    }
    json.checkMembers(members, ObjectRules(minProperties: 2))
    guard let email, let manager else {
      json.require("Email", email != nil)
      json.require("manager", manager != nil)
      return nil
    }
    return Profile(
      email: email, nickname: nickname, manager: manager.optional, age: age, score: score,
      kind: kind, level: level, tags: tags, scores: scores,
      addresses: addresses, labels: labels, notes: notes, others: others)
  }

  func encode(to json: inout JSONWriter) {
    json.beginObject()
    json.write("Email", email)
    json.write("nickname", nickname)
    json.write("manager", Nullable(manager))
    json.write("age", age)
    json.write("score", score)
    json.write("kind", kind)
    json.write("level", level)
    json.writeArray("tags", tags) { json, element in json.write(element) }
    json.writeArray("scores", scores) { json, element in json.write(Nullable(element)) }
    json.writeArray("addresses", addresses) { json, element in json.write(element) }
    json.writeDictionary("labels", labels) { json, value in json.write(value) }
    json.write("notes", notes)
    json.writeMembers(others) { json, value in json.write(value) }
    json.endObject()
  }
}
