public import UserAPI

// What monitoring, load balancers and browsers ask for.
extension UserHandlers {
  public func getHealth() async throws -> GetHealth.Output {
    .ok(Health(status: .ok))
  }

  public func getReadiness() async throws -> GetReadiness.Output {
    try await users.checkDatastore()
    return .ok(
      Readiness(status: .ready, checks: [ReadinessCheck(name: "datastore", status: .ok)]))
  }

  public func getIndex() async throws -> GetIndex.Output {
    .ok(
      """
      <!DOCTYPE html>
      <html lang="en">
      <title>User</title>
      <h1>User</h1>
      <p>Keeps users, and logs them in and off. Its contract is <code>spec/user.yaml</code>;
      <a href="/readiness">readiness</a> says whether it can work.</p>
      </html>
      """)
  }
}
