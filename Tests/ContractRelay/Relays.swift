import AccordRuntime
import DatastoreAPI
import MusicAPI
import ServiceWiring
import UserAPI

/// The relay to a service in this process, as its port is to serve it.
///
/// The clients have no middleware: each call is made once, and comes back as it was answered.
@Sendable func relay(to name: ServiceName, _ service: any Responder) -> any Responder {
  let (url, transport) = ("http://\(name.rawValue).local", InProcessTransport(service))
  return switch name {
  case .user: UserServer(UserRelay(client: UserClient(baseURL: url, transport: transport)))
  case .music: MusicServer(MusicRelay(client: MusicClient(baseURL: url, transport: transport)))
  case .datastore:
    DatastoreServer(DatastoreRelay(client: DatastoreClient(baseURL: url, transport: transport)))
  }
}
