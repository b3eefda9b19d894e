import AccordServer
import PetstoreAPI

let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8080
try await PetstoreServer(Pets(staffToken: "secret")).serve(ServerConfiguration(port: port))
