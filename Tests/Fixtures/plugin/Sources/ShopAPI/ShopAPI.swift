// Filled from openapi.yaml when the package is built.
