// The module of openapi.yaml beside it: every name and text that generated code could trip over.
