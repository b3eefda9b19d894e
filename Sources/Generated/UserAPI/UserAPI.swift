// The module of spec/user.yaml. Accord fills it when the package is built; Snapshot/ holds a copy to
// read, which `make generate` refreshes.
