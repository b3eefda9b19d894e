import Foundation
import Testing

@Suite("Secrets and servers in Postman's files") struct PostmanSecretTests {
  @Test("an example of a password is in no file; a secret variable stands for it")
  func passwords() throws {
    let export = try PostmanExport("session")
    for (name, data) in export.files {
      #expect(!String(decoding: data, as: UTF8.self).contains("planted-"), "\(name)")
    }
    let login = try export.item("Other operations/login", of: "Session")
    for name in ["password", "pass_phrase", "client_secret"] {
      #expect(login.body.contains("\"\(name)\": \"{{\(name)}}\""))
    }
    #expect(login.body.contains("jane"))
    #expect(try export.item("Other operations/logout", of: "Session").header("pin") == "{{pin}}")
    let environment = try export.json("Session.localhost-1.postman_environment.json")
    let secret = (environment["values"] as? [[String: Any]] ?? [])
      .filter { $0["type"] as? String == "secret" }
    #expect(
      Set(secret.compactMap { $0["key"] as? String })
        == ["token", "password", "pass_phrase", "client_secret", "pin"])
    #expect(secret.allSatisfy { $0["value"] as? String == "" })
  }

  @Test("what follows the rules of a password, or is called like one, is hidden wherever it stands")
  func everywhere() throws {
    let export = try PostmanExport("secrets")
    for (name, data) in export.files {
      #expect(!String(decoding: data, as: UTF8.self).contains("planted"), "\(name)")
    }
    let store = try export.item("Other operations/store", of: "Secrets")
    for line in [
      #""codes": ["{{codes}}"]"#, #""mail": "{{hosts_mail}}""#, #""apiKey": "{{apiKey}}""#,
      #""pin": {{pin}}"#, #""refresh_token": "{{refresh_token}}""#, #""nextPageToken": "shown-1""#,
      #""token": ["shown-2"]"#,
    ] {
      #expect(store.body.contains(line), "\(line) in \(store.body)")
    }
    #expect(store.header("X-Api-Key") == "{{X_Api_Key}}")
    #expect(try export.item("Other operations/say", of: "Secrets").body == "{{say_body}}")
    let values = try export.environment("Secrets", "localhost-1")
    for name in ["codes", "hosts_mail", "apiKey", "pin", "X_Api_Key", "say_body"] {
      #expect(values[name] == "", "\(name)")
    }
  }

  @Test("each scheme has its own login, in the contract and beside it")
  func schemes() throws {
    let export = try PostmanExport("schemes", "consumer")
    let own = { (name: String) in
      try export.item("Other operations/\(name)", of: "Schemes").before
    }
    #expect(try own("listThings").contains("{{baseUrl}}/login"))
    #expect(try !own("listThings").contains("{{baseUrl}}/admin/login"))
    #expect(try own("createThing").contains("{{baseUrl}}/admin/login"))
    let other = try export.item("Other operations/getStatus", of: "Consumer").before
    #expect(other.contains("{{schemesBaseUrl}}/admin/login"))
  }

  @Test("an issuer's servers go with the service's own in pairs")
  func pairs() throws {
    let export = try PostmanExport("schemes", "consumer")
    let issuer = { (name: String) in try export.environment("Consumer", name)["schemesBaseUrl"] }
    #expect(try issuer("localhost-2") == "http://localhost:1")
    #expect(try issuer("consumer.example.org") == "https://schemes.example.org/v1")
  }

  @Test(
    "there is a URL for the server, whatever the contract says of servers",
    arguments: [
      ("bare", "Bare", "localhost", "http://localhost"),
      ("relative", "Relative", "localhost-api", "http://localhost/api"),
    ])
  func servers(contract: String, name: String, environment: String, url: String) throws {
    let export = try PostmanExport(contract)
    #expect(try export.environment(name, environment)["baseUrl"] == url)
    let collection = try export.json("\(name).postman_collection.json")
    let variables = try #require(collection["variable"] as? [[String: Any]])
    #expect(variables.map { $0["key"] as? String } == ["baseUrl"])
    #expect(variables.map { $0["value"] as? String } == [url])
  }

  @Test("a saved refusal shows a request that is refused")
  func refusals() throws {
    let login = try PostmanExport("shop").item("Other operations/getUser", of: "Shop")
    let values = try ["200 OK", "404 Not Found"].map { name in
      let example = try #require(login.examples.first { $0["name"] as? String == name })
      let request = try #require(example["originalRequest"] as? [String: Any])
      let url = try #require(request["url"] as? [String: Any])
      return (url["variable"] as? [[String: Any]])?.first?["value"] as? String
    }
    #expect(values[0] == "{{createUser_id}}")
    #expect(values[1]?.isEmpty == false && values[1]?.hasPrefix("{{") == false)
  }
}
