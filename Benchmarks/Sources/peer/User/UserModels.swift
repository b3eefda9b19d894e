import Hummingbird

struct User: ResponseEncodable {
  var id: String
  var email: String
  var firstName: String
  var lastName: String

  enum CodingKeys: String, CodingKey {
    case id = "user_id"
    case email = "Email"
    case firstName = "Fname"
    case lastName = "Lname"
  }
}

struct NewUser: Decodable {
  var email: String
  var firstName: String
  var lastName: String

  enum CodingKeys: String, CodingKey {
    case email = "Email"
    case firstName = "Fname"
    case lastName = "Lname"
  }

  func validate() throws {
    try require(email.isEmailAddress, "Email")
    try require(firstName.isText(maxLength: 100), "Fname")
    try require(lastName.isText(maxLength: 100), "Lname")
  }
}

struct UserUpdate: Decodable {
  var email: String?
  var firstName: String?
  var lastName: String?

  enum CodingKeys: String, CodingKey {
    case email = "Email"
    case firstName = "Fname"
    case lastName = "Lname"
  }

  func validate() throws {
    try require(email != nil || firstName != nil || lastName != nil, "UserUpdate")
    try require(email?.isEmailAddress ?? true, "Email")
    try require(firstName?.isText(maxLength: 100) ?? true, "Fname")
    try require(lastName?.isText(maxLength: 100) ?? true, "Lname")
  }
}

struct CreatedUser: ResponseEncodable {
  var userID: String
  var uid: String

  enum CodingKeys: String, CodingKey {
    case userID = "user_id"
    case uid
  }
}

struct LoginRequest: Decodable {
  var uid: String
}

struct LoginContext: ResponseEncodable {
  var token: String

  enum CodingKeys: String, CodingKey {
    case token = "UserContext"
  }
}

struct LogoffRequest: Decodable {
  var jwt: String
}
