"""Runs the contract tests that `accord contract-tests` derives, against services over HTTP."""
