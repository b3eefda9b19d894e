internal import CLibYAML

/// One libyaml event, copied out of C memory.
struct YAMLEvent {
  enum Kind {
    case streamStart, documentStart, documentEnd, streamEnd
    case mappingStart, mappingEnd, sequenceStart, sequenceEnd
    case alias(String)
    case scalar(text: String, isPlain: Bool, isOneLine: Bool)
  }

  let kind: Kind
  let anchor: String?
  let tag: String?
  let range: SourceRange
}

/// libyaml's event parser over a file. A class, since the C parser must be destroyed exactly once.
final class EventStream {
  private let source: SourceFile
  // Memory that libyaml keeps a pointer into: allocated once, so its address never changes.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  /// The bytes of a byte order mark in front.
  private let markCount: Int

  init(_ source: SourceFile) {
    self.source = source
    // Once the encoding is set, libyaml takes a byte order mark for a part of the text.
    markCount = source.bytes.starts(with: SourceFile.byteOrderMark) ? 3 : 0
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    input = .allocate(capacity: source.bytes.count)
    _ = input.initialize(from: source.bytes)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(
      parser, input.baseAddress.map { $0 + markCount }, input.count - markCount)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  func next() throws(Diagnostics) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw Diagnostics(syntaxError()) }
    defer { yaml_event_delete(&event) }
    return copy(event)
  }
}

extension EventStream {
  private func copy(_ event: yaml_event_t) -> YAMLEvent {
    let range = SourceRange(
      file: source, start: position(event.start_mark), end: position(event.end_mark))
    let data = event.data
    return switch event.type {
    case YAML_DOCUMENT_START_EVENT: plain(.documentStart, range)
    case YAML_DOCUMENT_END_EVENT: plain(.documentEnd, range)
    case YAML_STREAM_END_EVENT: plain(.streamEnd, range)
    case YAML_MAPPING_END_EVENT: plain(.mappingEnd, range)
    case YAML_SEQUENCE_END_EVENT: plain(.sequenceEnd, range)
    case YAML_ALIAS_EVENT: plain(.alias(text(data.alias.anchor) ?? ""), range)
    case YAML_MAPPING_START_EVENT:
      collection(.mappingStart, data.mapping_start.anchor, data.mapping_start.tag, range)
    case YAML_SEQUENCE_START_EVENT:
      collection(.sequenceStart, data.sequence_start.anchor, data.sequence_start.tag, range)
    case YAML_SCALAR_EVENT: scalar(event, range)
    default: plain(.streamStart, range)
    }
  }

  private func plain(_ kind: YAMLEvent.Kind, _ range: SourceRange) -> YAMLEvent {
    YAMLEvent(kind: kind, anchor: nil, tag: nil, range: range)
  }

  private func collection(
    _ kind: YAMLEvent.Kind, _ anchor: UnsafeMutablePointer<UInt8>?,
    _ tag: UnsafeMutablePointer<UInt8>?, _ range: SourceRange
  ) -> YAMLEvent {
    YAMLEvent(kind: kind, anchor: text(anchor), tag: text(tag), range: range)
  }

  private func scalar(_ event: yaml_event_t, _ range: SourceRange) -> YAMLEvent {
    let scalar = event.data.scalar
    // A C string could not hold the zero character; libyaml gives the length, so it is used.
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let kind = YAMLEvent.Kind.scalar(
      text: String(decoding: bytes, as: UTF8.self),
      isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
      isOneLine: range.start.line == range.end.line)
    return YAMLEvent(
      kind: kind, anchor: text(scalar.anchor), tag: text(scalar.tag), range: range)
  }

  // The event owns these C strings and is deleted after the copy, so none of the pointers outlives it.
  private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func range(_ mark: yaml_mark_t) -> SourceRange {
    SourceRange(file: source, start: position(mark), end: position(mark))
  }

  private func syntaxError() -> Diagnostic {
    let parser = parser.pointee
    let problem = parser.problem.map { String(cString: $0) } ?? "the file cannot be read as YAML"
    if parser.error == YAML_READER_ERROR {
      return Diagnostic(at: source.range(ofByte: markCount + parser.problem_offset), problem)
    }
    guard let context = parser.context.map({ String(cString: $0) }) else {
      return Diagnostic(at: range(parser.problem_mark), problem)
    }
    guard position(parser.context_mark) != position(parser.problem_mark) else {
      return Diagnostic(at: range(parser.problem_mark), "\(problem) \(context)")
    }
    return Diagnostic(
      at: range(parser.problem_mark), problem,
      notes: [.note(at: range(parser.context_mark), context)])
  }
}
