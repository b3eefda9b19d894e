/// The command line taken apart: which services, and the options for them.
///
/// Reading the options' values is the configuration library's; it ignores what it does not know,
/// so unknown words are refused here.
struct CommandLineWords {
  let selection: Settings.Selection
  /// As the configuration library wants them: the program's name, then options.
  let options: [String]

  static let knownOptions = [
    "--host", "--user-port", "--music-port", "--datastore-port", "--store", "--datastore-url",
    "--login-lifetime-seconds", "--log-level",
  ]

  static let usage = """
    usage: services user|music|datastore|all [options]

      --host HOST              the address to listen on (127.0.0.1)
      --user-port PORT         (30000)
      --music-port PORT        (30001)
      --datastore-port PORT    (30002)
      --store sqlite:PATH|memory
                               where Datastore keeps its tables (memory)
      --datastore-url URL      where User and Music find Datastore
                               (this process's host and Datastore's port)
      --login-lifetime-seconds N
                               how long a login context is good for (86400)
      --log-level LEVEL        trace, debug, info, notice, warning, error or critical (info)

    Each option can come from the environment instead: USER_PORT for --user-port. A variable that
    is set to nothing counts as not set.
    Secrets come only from there: TOKEN_SECRET signs login contexts (at least 32 bytes; random
    when it is not set, and then good for this process only), LOADER_PASSWORD is what Datastore's
    load asks of svc-loader (at least 16 bytes; load is refused when it is not set).
    """

  /// Whether the words ask for the usage, wherever they do.
  static func wantHelp(_ words: [String]) -> Bool {
    words.first == "help" || words.contains("--help") || words.contains("-h")
  }

  /// - Parameter words: the command line without the program's name.
  init(_ words: [String]) throws(SettingsError) {
    guard let first = words.first, let selection = Settings.Selection(rawValue: first) else {
      let name = words.first.map { "'\($0)' is not a service\n\n" } ?? ""
      throw SettingsError(name + Self.usage)
    }
    var options = ["services"]
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      let name = word.split(separator: "=", maxSplits: 1).first.map(String.init) ?? word
      guard Self.knownOptions.contains(name) else {
        throw SettingsError("unknown option '\(word)'\n\n" + Self.usage)
      }
      guard !options.contains(name) else { throw SettingsError("\(name) is given twice") }
      options += [name, try Self.value(of: name, in: word, before: &rest)]
    }
    self.selection = selection
    self.options = options
  }

  /// What stands behind the equals sign, or else the next word, which is not the next option.
  private static func value(
    of name: String, in word: String, before rest: inout ArraySlice<String>
  ) throws(SettingsError) -> String {
    if word != name { return String(word.dropFirst(name.count + 1)) }
    guard let value = rest.popFirst(), !value.hasPrefix("--") else {
      throw SettingsError("\(name) needs a value")
    }
    return value
  }
}
