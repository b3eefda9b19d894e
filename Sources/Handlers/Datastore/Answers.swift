import AccordRuntime
import DatastoreAPI
import Store

extension ReadResult {
  init(_ items: [DatastoreAPI.Item]) {
    self.init(
      count: Int32(items.count), items: items, responseMetadata: .current,
      scannedCount: Int32(items.count))
  }
}

extension ListResult {
  init(_ page: ItemPage) {
    self.init(
      count: Int32(page.items.count), items: page.items.map { DatastoreAPI.Item($0) },
      lastEvaluatedKey: page.next?.text, responseMetadata: .current,
      scannedCount: Int32(page.items.count))
  }
}

extension DatastoreAPI.Item {
  init(_ item: Store.Item) {
    self.init(
      userID: item.string("user_id"), email: item.string("email"), fname: item.string("fname"),
      lname: item.string("lname"), musicID: item.string("music_id"),
      artist: item.string("Artist"), songTitle: item.string("SongTitle"),
      sessionID: item.string("session_id"), subject: item.string("subject"),
      expiresAt: item.integer("expires_at").map { Int($0) })
  }
}

extension AwsResponse {
  static var changed: AwsResponse { AwsResponse(responseMetadata: .current) }
}

extension ResponseMetadata {
  /// DynamoDB's account of a request, told by the request's own identifier.
  static var current: ResponseMetadata {
    let requestID = RequestContext.current?.requestID ?? ""
    return ResponseMetadata(
      httpHeaders: [
        "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": requestID,
      ],
      httpStatusCode: 200, requestID: requestID, retryAttempts: 0)
  }
}
