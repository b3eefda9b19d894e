import Foundation
import Testing

@Suite("The settings of the services' process")
struct SettingsTests {
  /// What the process says and its exit status, for settings that it refuses.
  private func refusal(
    _ words: [String], _ environment: [String: String] = [:]
  ) async throws -> (status: Int32?, errors: String, output: String) {
    var result: (status: Int32?, errors: String, output: String) = (nil, "", "")
    try await withFolder { folder in
      let child = try Child(words, environment: environment, in: folder)
      let status = try await waiting { child.waitForExit(within: 10) }
      result = (status, child.errors, child.output)
    }
    return result
  }

  @Test("a secret that is too short is refused, and not shown", arguments: ["user", "all"])
  func shortSecret(_ service: String) async throws {
    let secret = "squeamish"
    let result = try await refusal([service], ["TOKEN_SECRET": secret])
    #expect(result.status == 1)
    #expect(result.errors.contains("TOKEN_SECRET is refused"))
    #expect(result.errors.contains("32"))
    #expect(!result.errors.contains(secret))
    #expect(!result.output.contains(secret))
  }

  @Test("a loader's password that is too short is refused, and not shown")
  func shortPassword() async throws {
    let result = try await refusal(["datastore"], ["LOADER_PASSWORD": "ossifrage"])
    #expect(result.status == 1)
    #expect(result.errors.contains("LOADER_PASSWORD is refused"))
    #expect(!result.errors.contains("ossifrage"))
  }

  @Test(
    "what cannot be meant is refused with the reason",
    arguments: [
      (["all", "--stroe", "memory"], "unknown option '--stroe'"),
      (["everything"], "'everything' is not a service"),
      (["user", "--user-port", "70000"], "--user-port takes a whole number from 0 to 65535"),
      (["user", "--user-port", "http"], "not 'http'"),
      (["user", "--user-port"], "--user-port needs a value"),
      (["all", "--store", "--user-port=1"], "--store needs a value"),
      (["all", "--store", "--log-level"], "--store needs a value"),
      (["datastore", "--store", "nonsense"], "--store takes 'memory' or 'sqlite:PATH'"),
      (["user", "--datastore-url", "ftp://x"], "--datastore-url takes an http or https URL"),
      (["user", "--log-level", "loud"], "--log-level takes one of"),
      (["user", "--user-port", "+1"], "not '+1'"),
      (["user", "--user-port", "1", "--user-port", "2"], "--user-port is given twice"),
      (["user", "--host", ""], "--host takes an address or a name"),
      (
        ["all", "--user-port", "4000", "--music-port", "4000"],
        "--user-port and --music-port are both 4000"
      ),
      (
        ["datastore", "--host", "no.such.host.invalid", "--datastore-port", "0"],
        "cannot listen on port 0 of 'no.such.host.invalid': the host is not known"
      ),
    ])
  func refused(_ words: [String], _ message: String) async throws {
    let result = try await refusal(words)
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("error: "))
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test(
    "a URL to which no request can be sent is refused",
    arguments: [
      "http://", "http:///path", "http://host:0", "http://host:65536", "http://host:http",
      "http://a host", "http://[::1", "http://[]", "http://::1", "http://user:secret@host",
      "http://host?query", "http://host#fragment", "http://host/\u{e9}",
    ])
  func badURL(_ url: String) async throws {
    let result = try await refusal(["user"], ["DATASTORE_URL": url])
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("error: --datastore-url takes an http or https URL"))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(!result.errors.contains("secret"))
  }

  @Test("help is given wherever it is asked for", arguments: [["-h"], ["user", "--help"]])
  func help(_ words: [String]) async throws {
    let result = try await refusal(words)
    #expect(result.status == 0)
    #expect(result.output.contains("usage: services user|music|datastore|all"))
  }

  @Test("the environment sets what the command line does not")
  func environment() async throws {
    let result = try await refusal(["user"], ["USER_PORT": "70000"])
    #expect(result.status == 1)
    #expect(result.errors.contains("not '70000'"))
  }

  @Test("a variable that is set to nothing is not set, but for a secret")
  func emptyVariables() async throws {
    let empty = ["HOST": "", "USER_PORT": "", "STORE": "", "LOG_LEVEL": ""]
    let words = ["user", "--datastore-port", "0"]
    let result = try await refusal(words, empty)
    #expect(result.errors.hasPrefix("error: --datastore-port 0 goes with"), "\(result.errors)")
    let secret = try await refusal(words, empty.merging(["TOKEN_SECRET": ""]) { $1 })
    #expect(secret.errors.hasPrefix("error: TOKEN_SECRET is refused"), "\(secret.errors)")
  }

  @Test("without a service the usage is shown")
  func usage() async throws {
    let result = try await refusal([])
    #expect(result.status == 1)
    #expect(result.errors.contains("usage: services user|music|datastore|all"))
    let help = try await refusal(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("usage: services user|music|datastore|all"))
  }

  @Test("a port that is taken ends all services of the process", arguments: ["user", "music"])
  func takenBesideOthers(_ name: String) async throws {
    try await withServices(["datastore"]) { services in
      let words = try ["user", "music", "datastore"].flatMap {
        ["--\($0)-port", "\($0 == name ? services.datastorePort : try Loopback.freePort())"]
      }
      let result = try await refusal(["all"] + words)
      #expect(result.status == 1)
      let port = services.datastorePort
      let taken = "error: cannot listen on port \(port) of '127.0.0.1': Address already in use\n"
      #expect(result.errors.hasSuffix(taken), "\(result.errors)")
    }
  }

  @Test("a store that cannot be opened and a port that is taken stop the start")
  func unusable() async throws {
    let store = try await refusal(
      ["datastore", "--datastore-port", "0", "--store", "sqlite:/dev/null/x.sqlite"])
    #expect(store.status == 1)
    #expect(store.errors == "error: --store is refused: cannot make the folder '/dev/null'\n")
    try await withServices(["datastore"]) { services in
      let port = "\(services.datastorePort)"
      let second = try await refusal(["datastore", "--datastore-port", port])
      #expect(second.status == 1)
      let taken = "error: cannot listen on port \(port) of '127.0.0.1': Address already in use\n"
      #expect(second.errors.hasSuffix(taken), "\(second.errors)")
    }
  }
}
