/// What the command line asks for.
struct Options {
  enum Service {
    case user
    case datastore(Storage)
  }

  enum Storage {
    case memory
    case sqlite(path: String)
  }

  struct Misuse: Error, CustomStringConvertible {
    var description: String
  }

  var service: Service
  var port: Int

  init(_ arguments: [String]) throws(Misuse) {
    var values: [String: String] = [:]
    var rest = arguments.dropFirst()
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Misuse(description: "\(name) needs a value") }
      values[name] = value
    }
    guard let port = values["--port"].flatMap(Int.init) else {
      throw Misuse(description: "--port needs a number")
    }
    self.port = port
    switch arguments.first {
    case "user": service = .user
    case "datastore": service = .datastore(try Storage(values["--store"] ?? "memory"))
    default: throw Misuse(description: "usage: peer user|datastore --port N [--store STORE]")
    }
  }
}

extension Options.Storage {
  init(_ text: String) throws(Options.Misuse) {
    if text == "memory" {
      self = .memory
    } else if text.hasPrefix("sqlite:") {
      self = .sqlite(path: String(text.dropFirst("sqlite:".count)))
    } else {
      throw Options.Misuse(description: "--store is memory or sqlite:PATH")
    }
  }
}
