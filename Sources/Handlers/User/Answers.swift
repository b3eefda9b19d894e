import DatastoreAPI
import DatastoreAccess
import UserAPI

extension User {
  init(_ item: Item) throws(IncompleteObject) {
    let object = FoundObject(item.userID, in: UserObject.table)
    let id = try object.required(item.userID, "user_id")
    let email = try object.required(item.email, "email")
    let fname = try object.required(item.fname, "fname")
    let lname = try object.required(item.lname, "lname")
    self.init(
      userID: id, email: email, fname: fname, lname: lname, lowercaseEmail: email,
      lowercaseFname: fname, lowercaseLname: lname)
  }
}

extension Acknowledgement {
  static var ok: Acknowledgement { Acknowledgement(message: "ok") }
}

extension UserAPI.AwsResponse {
  init(_ answer: DatastoreAPI.AwsResponse) {
    let metadata = answer.responseMetadata
    self.init(
      responseMetadata: UserAPI.ResponseMetadata(
        httpHeaders: metadata.httpHeaders, httpStatusCode: metadata.httpStatusCode,
        requestID: metadata.requestID, retryAttempts: metadata.retryAttempts))
  }
}

extension UserAPI.Problem {
  static var unknownUser: UserAPI.Problem {
    UserAPI.Problem(title: "Unauthorized", status: 401, detail: "There is no such user.")
  }

  static var invalidLoginContext: UserAPI.Problem {
    UserAPI.Problem(
      title: "Unauthorized", status: 401, detail: "The login context is not valid.")
  }

  static func absent(_ id: String) -> UserAPI.Problem {
    UserAPI.Problem(title: "Not Found", status: 404, detail: "There is no user '\(id)'.")
  }
}
