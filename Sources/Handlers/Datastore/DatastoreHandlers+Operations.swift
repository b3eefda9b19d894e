import AccordRuntime
public import DatastoreAPI
import Store

// What monitoring, load balancers and browsers ask for.
extension DatastoreHandlers {
  public func getHealth() async throws -> GetHealth.Output {
    .ok(Health(status: .ok))
  }

  public func getReadiness() async throws -> GetReadiness.Output {
    try await answering { () throws(StoreError) in try await store.check() }
    return .ok(
      Readiness(status: .ready, checks: [ReadinessCheck(name: "store", status: .ok)]))
  }

  public func getIndex() async throws -> GetIndex.Output {
    .ok(
      """
      <!DOCTYPE html>
      <html lang="en">
      <title>Datastore</title>
      <h1>Datastore</h1>
      <p>Stores the objects of the User and Music services. Its contract is
      <code>spec/datastore.yaml</code>; <a href="/readiness">readiness</a> says whether it can
      work.</p>
      </html>
      """)
  }
}
