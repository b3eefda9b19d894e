import AccordPattern
import AccordRuntime

/// The runtime's matcher for what the compiler made, through the text that generated code carries.
func runtimePattern(_ compiled: AccordPattern.Pattern) -> AccordRuntime.Pattern {
  AccordRuntime.Pattern(compiled.source, automaton: compiled.automaton.encoded)
}
