import DatastoreAPI
import UserAPI

// The two spellings of a user's attributes come down to the one that is stored.

extension UserWriteRequest {
  init(_ user: NewUser) {
    switch user {
    case .capitalized(let user):
      self.init(email: user.email, fname: user.fname, lname: user.lname)
    case .lowercase(let user):
      self.init(email: user.email, fname: user.fname, lname: user.lname)
    }
  }
}

extension UserUpdateRequest {
  init(_ update: UserUpdate) {
    switch update {
    case .capitalized(let user):
      self.init(email: user.email, fname: user.fname, lname: user.lname)
    case .lowercase(let user):
      self.init(email: user.email, fname: user.fname, lname: user.lname)
    }
  }
}
