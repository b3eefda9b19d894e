import AccordServer
import Foundation

/// Says where the services are, once all of them listen.
actor Announcement {
  private let host: String
  private let names: [String]
  private var ports: [String: Int] = [:]

  /// - Parameter names: the services to wait for, in the order to show them in.
  init(host: String, names: [String]) {
    self.host = host
    self.names = names
  }

  func isListening(_ name: String, on port: Int) {
    ports[name] = port
    guard ports.count == names.count else { return }
    print(text)
    // A pipe or file gets it now, not when the buffer is full.
    fflush(nil)
  }

  private var text: String {
    let width = names.map(\.count).max() ?? 0
    let lines = names.map { name in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(url(name))/"
    }
    return (["Listening:"] + lines + example).joined(separator: "\n") + "\n"
  }

  private func url(_ name: String) -> String {
    ServerConfiguration(host: host).baseURL(port: ports[name] ?? 0)
  }

  private var example: [String] {
    guard ports["user"] != nil else { return [] }
    return [
      "", "Create a user:",
      "  curl -s \(url("user"))/api/v1/user -H 'Content-Type: application/json' \\",
      "    -d '{\"Email\": \"sholmes@bakers.org\", \"Fname\": \"Sherlock\", \"Lname\": \"Holmes\"}'",
    ]
  }
}
