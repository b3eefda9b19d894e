import AccordRuntime
import DatastoreAPI
import Testing

import struct TortureAPI.TableSchema
import enum TortureAPI.TortureTables

@Suite("Tables of generated code") struct TableTests {
  @Test("Datastore's contract declares the tables of the sample system")
  func datastore() {
    #expect(
      DatastoreTables.all == [
        AccordRuntime.TableSchema(
          "User", key: "user_id",
          attributes: [.init("email", .string), .init("fname", .string), .init("lname", .string)]),
        AccordRuntime.TableSchema(
          "Music", key: "music_id",
          attributes: [.init("Artist", .string), .init("SongTitle", .string)]),
        AccordRuntime.TableSchema(
          "Session", key: "session_id",
          attributes: [.init("subject", .string), .init("expires_at", .integer)],
          expiry: "expires_at"),
      ])
    #expect(DatastoreTables.all[2] == SessionObject.table)
  }

  @Test("names that would break source come through as they are")
  func torture() {
    #expect(
      TortureTables.all == [
        AccordRuntime.TableSchema(
          "0.Torture_Table-", key: "it's \"the\" \\(key)\n",
          attributes: [
            .init("*/", .string), .init("table", .number), .init("TableSchema", .boolean),
            .init("all", .integer), .init("até", .integer),
          ], expiry: "até"),
        AccordRuntime.TableSchema("all", key: "id", attributes: []),
      ])
    #expect(TableSchema.table == TortureTables.all[0])
  }
}
