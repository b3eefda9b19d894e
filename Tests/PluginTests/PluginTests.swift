import Testing

/// The plugins as their users see them: real runs of SwiftPM, one after the other.
@Suite("Plugins", .serialized, .timeLimit(.minutes(15))) struct PluginTests {}
