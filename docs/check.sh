#!/bin/sh
# Converts the documentation comments of the rooms others build on; a warning is a failure.
set -eu
cd "$(dirname "$0")/.."
graphs=.build/symbol-graphs
rm -rf "$graphs" .build/documentation
mkdir -p "$graphs"
for room in LawLanguage Norms Reference Reasoning Ledger; do
  swift symbolgraph-extract -module-name "$room" -I .build/release/Modules -target "$(uname -m)-unknown-linux-gnu" \
    -Xcc -fmodule-map-file=.build/checkouts/GRDB.swift/Sources/GRDBSQLite/module.modulemap \
    -minimum-access-level public -output-dir "$graphs" >/dev/null
done
docc convert --warnings-as-errors --ide-console-output --fallback-display-name Tenth --fallback-bundle-identifier org.tenth \
  --additional-symbol-graph-dir "$graphs" --output-path .build/documentation >/dev/null
echo "Documentation comments convert without warnings."
