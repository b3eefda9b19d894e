import AccordServer
import PetstoreAPI

try await PetstoreServer(Pets(staffToken: "secret")).serve(ServerConfiguration(port: 8080))
